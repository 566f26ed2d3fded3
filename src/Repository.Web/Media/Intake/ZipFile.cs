using System.Buffers.Binary;
using System.Text;

namespace Repository.Web.Media.Intake;

/// <summary>ZIP and the office documents that are one. Only the list of names at its end is read, name by name; nothing is unpacked, so no name in it can lead anywhere.</summary>
internal sealed class ZipFile : IFileFamily
{
    private const int EndLength = 22, EntryLength = 46, LongestComment = ushort.MaxValue;
    private const uint EndSignature = 0x06054b50, EntrySignature = 0x02014b50;

    private static readonly FileFinding.Unfit Macros = new("macros", "El documento contiene macros: guárdalo sin ellas.");

    public bool Begins(ReadOnlySpan<byte> head, string extension) => head.Begins("PK\u0003\u0004"u8) || head.Begins("PK\u0005\u0006"u8);

    public FileFinding Read(Stream file, Func<Stream> copy, string extension)
    {
        var declared = Declared(file);
        if (End(file) is not var (count, at, _) || count == ushort.MaxValue) return FileFinding.Damaged;
        file.Position = 0;
        file.Skip(at);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var entry = 0; entry < count; entry++)
        {
            var head = file.Bytes(EntryLength);
            if (BinaryPrimitives.ReadUInt32LittleEndian(head) != EntrySignature) return FileFinding.Damaged;
            var name = Encoding.UTF8.GetString(file.Bytes(UInt16(head, 28)));
            if (name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)) return Macros;
            if (declared.Length > 0 && (name.StartsWith("Basic/", StringComparison.Ordinal) || name.StartsWith("Scripts/", StringComparison.Ordinal))) return Macros;
            if (name is "[Content_Types].xml" or "word/document.xml" or "xl/workbook.xml") seen.Add(name);
            file.Skip(UInt16(head, 30) + UInt16(head, 32));
        }

        return Kind(declared, seen, extension) is { } kind ? new FileFinding.Fit(kind) : FileFinding.Unsupported;
    }

    /// <summary>Other programs' files that are ZIP inside are not taken in under another name.</summary>
    private static FileKind? Kind(string declared, HashSet<string> seen, string extension)
    {
        if (declared == FileKind.Odt.ContentType) return FileKind.Odt;
        if (declared == FileKind.Ods.ContentType) return FileKind.Ods;
        if (seen.Contains("[Content_Types].xml") && seen.Contains("word/document.xml")) return FileKind.Docx;
        if (seen.Contains("[Content_Types].xml") && seen.Contains("xl/workbook.xml")) return FileKind.Xlsx;
        return declared.Length == 0 && extension is "zip" or "" ? FileKind.Zip : null;
    }

    /// <summary>OpenDocument says what it is in a first entry that is not compressed.</summary>
    private static string Declared(Stream file)
    {
        if (file.Length < 38) return "";
        var head = file.Bytes(30);
        var (method, size, name, extra) = (UInt16(head, 8), BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(18)), UInt16(head, 26), UInt16(head, 28));
        if (method != 0 || name != 8 || size is 0 or > 200 || !file.Bytes(8).AsSpan().SequenceEqual("mimetype"u8)) return "";
        file.Skip(extra);
        return Encoding.Latin1.GetString(file.Bytes((int)size));
    }

    /// <summary>How many bytes the list of entries has; null when the file does not end as a ZIP ends.</summary>
    public static long? DirectoryLength(Stream file) => End(file)?.Length;

    /// <summary>How many entries there are, where their list begins and how long it is; null when the file does not end as a ZIP ends.</summary>
    private static (int Count, uint At, uint Length)? End(Stream file)
    {
        file.Position = Math.Max(0, file.Length - EndLength - LongestComment);
        var tail = file.Bytes((int)(file.Length - file.Position));
        for (var at = tail.Length - EndLength; at >= 0; at--)
        {
            var end = tail.AsSpan(at);
            if (BinaryPrimitives.ReadUInt32LittleEndian(end) != EndSignature || BinaryPrimitives.ReadUInt16LittleEndian(end[20..]) != end.Length - EndLength) continue;
            return (BinaryPrimitives.ReadUInt16LittleEndian(end[10..]), BinaryPrimitives.ReadUInt32LittleEndian(end[16..]), BinaryPrimitives.ReadUInt32LittleEndian(end[12..]));
        }

        return null;
    }

    private static int UInt16(byte[] bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at));
}
