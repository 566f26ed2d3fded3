using Repository.Web.Media.Renditions.Headers;

namespace Repository.Web.Media.Intake;

/// <summary>GIF. Pictures, their timing, their loop and their colours are copied; comments, other programs' data and whatever follows the end are not.</summary>
internal sealed class GifFile : IFileFamily
{
    private const byte Picture = 0x2C, Extension = 0x21, End = 0x3B, Comment = 0xFE, Application = 0xFF;

    public bool Begins(ReadOnlySpan<byte> head, string extension) => head.Begins("GIF87a"u8) || head.Begins("GIF89a"u8);

    public FileFinding Read(Stream file, Func<Stream> copy, string extension)
    {
        if (ImageHeader.Read(file) is not { } header) return FileFinding.Damaged;
        if (header.Stored.IsTooLarge) return FileFinding.TooManyPixels;
        file.Position = 0;
        var head = file.Bytes(13);
        var clean = copy();
        clean.Write(head);
        CopyColours(file, clean, head[10]);
        for (var pictures = 0; ;)
        {
            switch (file.Byte())
            {
                case Picture:
                    var place = file.Bytes(9);
                    if (new PixelSize(place[4] | (place[5] << 8), place[6] | (place[7] << 8)).IsTooLarge) return FileFinding.TooManyPixels;
                    clean.WriteByte(Picture);
                    clean.Write(place);
                    CopyColours(file, clean, place[8]);
                    clean.WriteByte(file.Byte());
                    CopyBlocks(file, clean);
                    pictures++;
                    break;
                case Extension:
                    CopyExtension(file, clean);
                    break;
                case End:
                    clean.WriteByte(End);
                    return pictures == 0 ? FileFinding.Damaged : new FileFinding.Fit(FileKind.Gif, header.Upright) { IsCopied = true };
                default:
                    return FileFinding.Damaged;
            }
        }
    }

    private static void CopyColours(Stream file, Stream clean, byte flags)
    {
        if ((flags & 0x80) != 0) file.CopyExactly(clean, 3L << ((flags & 7) + 1));
    }

    private static void CopyExtension(Stream file, Stream clean)
    {
        var label = file.Byte();
        var first = file.Bytes(file.Byte());
        var isKept = label switch
        {
            Comment => false,
            Application => first.AsSpan().StartsWith("NETSCAPE2.0"u8) || first.AsSpan().StartsWith("ANIMEXTS1.0"u8) || first.AsSpan().StartsWith("ICCRGBG1012"u8),
            _ => true,
        };
        if (!isKept)
        {
            if (first.Length > 0) CopyBlocks(file, Stream.Null);
            return;
        }

        clean.Write([Extension, label, (byte)first.Length]);
        clean.Write(first);
        if (first.Length > 0) CopyBlocks(file, clean);
    }

    /// <summary>Blocks of up to 255 bytes, each with its length in front, to the empty one.</summary>
    private static void CopyBlocks(Stream file, Stream clean)
    {
        byte length;
        do
        {
            length = file.Byte();
            clean.WriteByte(length);
            clean.Write(file.Bytes(length));
        }
        while (length > 0);
    }
}
