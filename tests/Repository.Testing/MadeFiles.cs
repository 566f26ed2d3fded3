using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Repository.Testing;

/// <summary>Files made for a test: small honest ones, and such as nobody honest would make.</summary>
public static class MadeFiles
{
    public static readonly byte[] Svg = Text("""<svg xmlns="http://www.w3.org/2000/svg" width="160" height="90"><title>Asamblea</title><rect width="10" height="10"/></svg>""");

    public static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>A ZIP with empty entries of these names.</summary>
    public static byte[] Zip(params string[] names) => Zip([.. names.Select(name => (name, ""))]);

    public static byte[] Zip(params (string Name, string Content)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name, name == "mimetype" ? CompressionLevel.NoCompression : CompressionLevel.Fastest).Open();
                entry.Write(Text(content));
            }
        }

        return bytes.ToArray();
    }

    public static byte[] Docx() => Zip("[Content_Types].xml", "word/document.xml");

    public static byte[] Xlsx() => Zip("[Content_Types].xml", "xl/workbook.xml");

    public static byte[] OpenDocument(string kind) => Zip(("mimetype", $"application/vnd.oasis.opendocument.{kind}"), ("content.xml", "<x/>"));

    /// <summary>A document of Word's with paragraphs of these texts; markup may stand in them.</summary>
    public static byte[] Docx(params string[] paragraphs) => Zip(
        ("[Content_Types].xml", "<Types/>"),
        ("word/document.xml", $"<w:document xmlns:w=\"urn:w\"><w:body>{string.Concat(paragraphs.Select(text => $"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"))}</w:body></w:document>"));

    /// <summary>A text of OpenDocument with this in its body.</summary>
    public static byte[] Odt(string body) => Zip(
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("content.xml", $"<office:document-content xmlns:office=\"urn:office\" xmlns:text=\"urn:text\"><office:body><office:text>{body}</office:text></office:body></office:document-content>"));

    /// <summary>A small file whose one part unfolds to many times its size.</summary>
    public static byte[] Bomb(string part, int megabytes)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            zip.CreateEntry("[Content_Types].xml");
            using var entry = zip.CreateEntry(part, CompressionLevel.Optimal).Open();
            entry.Write("<a>"u8);
            var blanks = new byte[1024 * 1024];
            blanks.AsSpan().Fill((byte)' ');
            for (var count = 0; count < megabytes; count++) entry.Write(blanks);
            entry.Write("</a>"u8);
        }

        return bytes.ToArray();
    }

    /// <summary>A PDF of one page with these lines on it.</summary>
    public static byte[] Pdf(params string[] lines)
    {
        var shown = string.Concat(lines.Select(line => $"({line.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal)}) Tj T*\n"));
        var page = $"BT /F1 12 Tf 14 TL 50 780 Td\n{shown}ET";
        string[] objects =
        [
            "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 4 0 R>>>>/Contents 5 0 R>>",
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>", $"<</Length {page.Length}>>stream\n{page}\nendstream",
        ];
        var (file, places) = (new StringBuilder("%PDF-1.4\n"), new List<int>());
        for (var number = 0; number < objects.Length; number++)
        {
            places.Add(file.Length);
            file.Append(System.Globalization.CultureInfo.InvariantCulture, $"{number + 1} 0 obj\n{objects[number]}\nendobj\n");
        }

        var table = file.Length;
        file.Append(System.Globalization.CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        foreach (var place in places) file.Append(System.Globalization.CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n");
        file.Append(System.Globalization.CultureInfo.InvariantCulture, $"trailer<</Size {objects.Length + 1}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }

    /// <summary>The same MP4 with one more box at its end, where players look for nothing.</summary>
    public static byte[] WithBox(byte[] mp4, string type, params byte[] content)
    {
        var head = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(head, content.Length + 8);
        return [.. mp4, .. head, .. Encoding.Latin1.GetBytes(type), .. content];
    }

    /// <summary>A PNG of any size with no more pixels in it than a few.</summary>
    public static byte[] Png(int width, int height)
    {
        using var bytes = new MemoryStream();
        bytes.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), height);
        head[8] = 1;
        Chunk(bytes, "IHDR", head);
        using (var packed = new MemoryStream())
        {
            using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true)) zlib.Write(new byte[Math.Min(width, 80) + 1]);
            Chunk(bytes, "IDAT", packed.ToArray());
        }

        Chunk(bytes, "IEND", []);
        return bytes.ToArray();
    }

    /// <summary>A GIF of any size, with one picture of one pixel.</summary>
    public static byte[] Gif(int width, int height) =>
    [
        .. "GIF89a"u8, (byte)width, (byte)(width >> 8), (byte)height, (byte)(height >> 8), 0x80, 0, 0, 0, 0, 0, 255, 255, 255,
        0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3B,
    ];

    /// <summary>The same bytes with other dimensions where a JPEG's frame or a WebP's canvas tells them.</summary>
    public static byte[] WithJpegSize(byte[] jpeg, ushort width, ushort height)
    {
        var changed = (byte[])jpeg.Clone();
        for (var at = 2; at < changed.Length - 9; at++)
        {
            if (changed[at] != 0xFF || changed[at + 1] is not (0xC0 or 0xC2)) continue;
            BinaryPrimitives.WriteUInt16BigEndian(changed.AsSpan(at + 5), height);
            BinaryPrimitives.WriteUInt16BigEndian(changed.AsSpan(at + 7), width);
            return changed;
        }

        throw new InvalidOperationException("This JPEG has no frame.");
    }

    private static void Chunk(Stream target, string type, byte[] data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        target.Write(number);
        byte[] named = [.. Encoding.ASCII.GetBytes(type), .. data];
        target.Write(named);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(named));
        target.Write(number);
    }

    private static uint Crc(byte[] bytes)
    {
        var rest = uint.MaxValue;
        foreach (var value in bytes)
        {
            rest ^= value;
            for (var bit = 0; bit < 8; bit++) rest = (rest & 1) == 0 ? rest >> 1 : (rest >> 1) ^ 0xEDB88320;
        }

        return ~rest;
    }
}
