namespace Repository.Web.Media.Intake;

/// <summary>What stands in a WebM file before its pictures: how long it is and how large they are. Whatever breaks off or makes no sense tells nothing.</summary>
internal sealed class WebmMeasures
{
    private const uint Info = 0x1549A966, Scale = 0x2AD7B1, Length = 0x4489, Tracks = 0x1654AE6B, Track = 0xAE, Video = 0xE0, Width = 0xB0, Height = 0xBA, Cluster = 0x1F43B675;
    private const int MostElements = 10_000;

    private double _nanoseconds = 1_000_000;
    private double _length;
    private int _width;
    private int _height;
    private int _left = MostElements;

    public TimeSpan? Duration => FileFinding.Seconds(_length * _nanoseconds / 1e9);

    public PixelSize? Size => new PixelSize(_width, _height) is { IsEmpty: false, IsTooLarge: false } size ? size : null;

    /// <summary>Of a file that stands at the first byte in its segment.</summary>
    public static WebmMeasures Read(Stream file)
    {
        var measures = new WebmMeasures();
        try
        {
            measures.Read(file, file.Length, depth: 0);
        }
        catch (EndOfStreamException)
        {
            // A recording that breaks off is played as far as it goes.
        }

        return measures;
    }

    private void Read(Stream file, long end, int depth)
    {
        while (file.Position < end && --_left > 0)
        {
            var id = WebmFile.Id(file);
            if (id == Cluster || WebmFile.Number(file) is not { } length || length > end - file.Position) return;
            var next = file.Position + length;
            if (id is Info or Tracks or Track or Video && depth < 4) Read(file, next, depth + 1);
            else if (length <= 8) Take(id, file.Bytes((int)length));
            file.Position = next;
        }
    }

    private void Take(uint id, byte[] value)
    {
        switch (id)
        {
            case Scale:
                _nanoseconds = Whole(value);
                break;
            case Length:
                _length = value.Length == 4 ? System.Buffers.Binary.BinaryPrimitives.ReadSingleBigEndian(value) : value.Length == 8 ? System.Buffers.Binary.BinaryPrimitives.ReadDoubleBigEndian(value) : 0;
                break;
            // The first picture counts.
            case Width when _width == 0:
                _width = (int)Math.Min(Whole(value), int.MaxValue);
                break;
            case Height when _height == 0:
                _height = (int)Math.Min(Whole(value), int.MaxValue);
                break;
        }
    }

    private static ulong Whole(byte[] value) => value.Aggregate(0UL, (sum, part) => (sum << 8) | part);
}
