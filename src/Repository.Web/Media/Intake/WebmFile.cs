namespace Repository.Web.Media.Intake;

/// <summary>WebM: what begins as Matroska does and says that it is WebM.</summary>
internal sealed class WebmFile : IFileFamily
{
    private const uint Segment = 0x18538067, DocType = 0x4282;
    private const int LongestHeader = 4096;

    public bool Begins(ReadOnlySpan<byte> head, string extension) => head.Begins([0x1A, 0x45, 0xDF, 0xA3]);

    public FileFinding Read(Stream file, Func<Stream> copy, string extension)
    {
        file.Skip(4);
        var header = Number(file) ?? 0;
        if (header > LongestHeader) return FileFinding.Damaged;
        var end = file.Position + header;
        var isWebm = false;
        while (file.Position < end)
        {
            var id = Id(file);
            var length = Number(file) ?? 0;
            if (length > end - file.Position) return FileFinding.Damaged;
            var value = file.Bytes((int)length);
            if (id == DocType) isWebm = value.AsSpan().TrimEnd((byte)0).SequenceEqual("webm"u8);
        }

        if (!isWebm) return FileFinding.Unsupported;
        if (Id(file) != Segment) return FileFinding.Damaged;
        if (Number(file) is { } size && size > file.Length - file.Position) return FileFinding.Damaged;
        var measures = WebmMeasures.Read(file);
        return new FileFinding.Fit(FileKind.Webm, measures.Size) { Duration = measures.Duration };
    }

    public static uint Id(Stream file)
    {
        uint id = file.Byte();
        for (var rest = Length((byte)id) - 1; rest > 0; rest--) id = (id << 8) | file.Byte();
        return id;
    }

    /// <summary>Null for "unknown", as live recordings have it.</summary>
    public static long? Number(Stream file)
    {
        var first = file.Byte();
        var length = Length(first);
        long value = first & (0xFF >> length);
        var isUnknown = value == 0xFF >> length;
        for (var rest = length - 1; rest > 0; rest--)
        {
            var next = file.Byte();
            isUnknown &= next == 0xFF;
            value = (value << 8) | next;
        }

        return isUnknown ? null : value;
    }

    /// <summary>The zeros in front of the first set bit say how many bytes follow.</summary>
    private static int Length(byte first) => first == 0 ? throw new EndOfStreamException() : System.Numerics.BitOperations.LeadingZeroCount((uint)first) - 24 + 1;
}
