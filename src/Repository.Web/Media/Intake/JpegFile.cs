using System.Buffers.Binary;
using Repository.Web.Media.Renditions.Headers;

namespace Repository.Web.Media.Intake;

/// <summary>
/// JPEG. The pixels are copied as they are; of the data around them stay the colours (JFIF, ICC, Adobe), how to turn the picture, and who made it and on
/// which terms. Where it was taken, thumbnails, comments and whatever follows the picture do not.
/// </summary>
internal sealed class JpegFile : IFileFamily
{
    private const byte Start = 0xD8, End = 0xD9, Scan = 0xDA, Prefix = 0xFF;

    public bool Begins(ReadOnlySpan<byte> head, string extension) => head.Begins([Prefix, Start, Prefix]);

    public FileFinding Read(Stream file, Func<Stream> copy, string extension)
    {
        if (ImageHeader.Read(file) is not { } header) return FileFinding.Damaged;
        if (header.Stored.IsTooLarge) return FileFinding.TooManyPixels;
        file.Position = 2;
        var clean = copy();
        clean.Write([Prefix, Start]);
        var hasFrame = false;
        for (var marker = Marker(file); marker != End;)
        {
            if (marker is 0x01 or (>= 0xD0 and <= 0xD7))
            {
                clean.Write([Prefix, marker]);
                marker = Marker(file);
                continue;
            }

            var length = file.UInt16();
            if (length < 2 || marker is 0x00 or Start) return FileFinding.Damaged;
            var segment = file.Bytes(length - 2);
            // A second frame could tell another size than the first.
            if (IsFrame(marker) && hasFrame) return FileFinding.Damaged;
            hasFrame |= IsFrame(marker);
            if (marker == Scan && !hasFrame) return FileFinding.Damaged;
            if (JpegMetadata.Kept(marker, segment) is { } kept) Write(clean, marker, kept);
            marker = marker == Scan ? CopyScan(file, clean) : Marker(file);
        }

        clean.Write([Prefix, End]);
        return new FileFinding.Fit(FileKind.Jpeg, header.Upright) { IsCopied = true };
    }

    private static void Write(Stream clean, byte marker, byte[] segment)
    {
        Span<byte> head = [Prefix, marker, 0, 0];
        BinaryPrimitives.WriteUInt16BigEndian(head[2..], (ushort)(segment.Length + 2));
        clean.Write(head);
        clean.Write(segment);
    }

    /// <summary>The next marker, which any number of fill bytes may precede.</summary>
    private static byte Marker(Stream file)
    {
        if (file.Byte() != Prefix) throw new EndOfStreamException();
        byte marker;
        do marker = file.Byte();
        while (marker == Prefix);
        return marker;
    }

    /// <summary>Compressed pixels run to the next marker that is neither a stuffed byte nor a restart.</summary>
    private static byte CopyScan(Stream file, Stream clean)
    {
        while (true)
        {
            var value = file.Byte();
            if (value != Prefix)
            {
                clean.WriteByte(value);
                continue;
            }

            byte next;
            do next = file.Byte();
            while (next == Prefix);
            if (next is not (0x00 or (>= 0xD0 and <= 0xD7))) return next;
            clean.Write([Prefix, next]);
        }
    }

    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);
}
