using System.Buffers.Binary;
using Repository.Web.Media.Renditions.Headers;

namespace Repository.Web.Media.Intake;

/// <summary>PNG, animated ones too. Chunks that decide how the picture looks are copied as they are; of texts only author and copyright stay, and credit and licence in XMP.</summary>
internal sealed class PngFile : IFileFamily
{
    private const int MostOfText = 256 * 1024;
    private const int MostOfProfile = 4 * 1024 * 1024;

    private static readonly HashSet<string> Looks =
    [
        "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "pHYs", "cICP", "mDCV", "cLLI", "acTL", "fcTL", "fdAT",
    ];

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Keyword, then neither compressed, nor a language, nor a translated keyword.</summary>
    private static ReadOnlySpan<byte> Xmp => "XML:com.adobe.xmp\0\0\0\0\0"u8;

    public bool Begins(ReadOnlySpan<byte> head, string extension) => head.Begins(Signature);

    public FileFinding Read(Stream file, Func<Stream> copy, string extension)
    {
        if (ImageHeader.Read(file) is not { } header) return FileFinding.Damaged;
        if (header.Stored.IsTooLarge) return FileFinding.TooManyPixels;
        file.Position = Signature.Length;
        var clean = copy();
        clean.Write(Signature);
        for (var (isFirst, hasPixels) = (true, false); ; isFirst = false)
        {
            var length = file.UInt32();
            var type = System.Text.Encoding.Latin1.GetString(file.Bytes(4));
            // A second header could tell another size than the first.
            if (length > int.MaxValue || (type == "IHDR") != isFirst) return FileFinding.Damaged;
            hasPixels |= type == "IDAT";
            var isShort = type is "tEXt" or "iTXt" or "eXIf" && length <= MostOfText;
            if (Looks.Contains(type) && !(type == "iCCP" && length > MostOfProfile))
            {
                if (!CopyChunk(file, clean, type, length)) return FileFinding.Damaged;
            }
            else if (isShort)
            {
                var data = file.Bytes((int)length);
                file.Skip(4);
                if (Kept(type, data) is { Length: > 0 } kept) WriteChunk(clean, type, kept);
            }
            else
            {
                file.Skip(length + 4L);
            }

            if (type == "IEND") return hasPixels ? new FileFinding.Fit(FileKind.Png, header.Upright) { IsCopied = true } : FileFinding.Damaged;
        }
    }

    private static byte[] Kept(string type, byte[] data) => type switch
    {
        "eXIf" => ExifRemains.Read(data).Write(),
        "tEXt" => data.AsSpan().StartsWith("Author\0"u8) || data.AsSpan().StartsWith("Copyright\0"u8) ? data : [],
        "iTXt" when data.AsSpan().StartsWith(Xmp) => XmpPacket.WithoutPlace(data.AsSpan(Xmp.Length)) is { Length: > 0 } packet ? [.. Xmp, .. packet] : [],
        "iTXt" => data.AsSpan().StartsWith("Author\0\0"u8) || data.AsSpan().StartsWith("Copyright\0\0"u8) ? data : [],
        _ => [],
    };

    /// <summary>False when the chunk's checksum is not that of its bytes.</summary>
    private static bool CopyChunk(Stream file, Stream clean, string type, uint length)
    {
        var head = Head(type, length);
        clean.Write(head);
        var check = Crc32.Of(head.AsSpan(4));
        var portion = new byte[(int)Math.Min(length, 64 * 1024)];
        for (var left = length; left > 0;)
        {
            var part = portion.AsSpan(0, (int)Math.Min(left, portion.Length));
            file.ReadExactly(part);
            clean.Write(part);
            check = Crc32.Of(part, check);
            left -= (uint)part.Length;
        }

        var told = file.UInt32();
        WriteNumber(clean, told);
        return told == check;
    }

    private static void WriteChunk(Stream clean, string type, byte[] data)
    {
        var head = Head(type, (uint)data.Length);
        clean.Write(head);
        clean.Write(data);
        WriteNumber(clean, Crc32.Of(data, Crc32.Of(head.AsSpan(4))));
    }

    private static byte[] Head(string type, uint length)
    {
        var head = new byte[8];
        BinaryPrimitives.WriteUInt32BigEndian(head, length);
        System.Text.Encoding.Latin1.GetBytes(type, head.AsSpan(4));
        return head;
    }

    private static void WriteNumber(Stream clean, uint number)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, number);
        clean.Write(bytes);
    }
}
