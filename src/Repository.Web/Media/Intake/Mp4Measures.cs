using System.Text;

namespace Repository.Web.Media.Intake;

/// <summary>What the headers of an MP4 file say of it: what kinds of tracks it has, how long it is, how large its picture.</summary>
internal sealed class Mp4Measures(Stream file)
{
    private readonly HashSet<string> _kinds = new(StringComparer.Ordinal);
    private PixelSize? _trackSize;
    private long _scale;
    private long _length;

    public bool HasPicture => _kinds.Contains("vide");

    public bool HasSound => _kinds.Contains("soun");

    /// <summary>As it is shown, upright. The first track with a picture counts.</summary>
    public PixelSize? Size { get; private set; }

    /// <summary>A recording that is cut into fragments says it elsewhere, or not at all.</summary>
    public TimeSpan? Duration => _scale > 0 && _length > 0 ? FileFinding.Seconds((double)_length / _scale) : null;

    public void Look(Mp4Box box)
    {
        var length = box.End - box.Body;
        file.Position = box.Body;
        switch (box.Type)
        {
            case "mvhd" when length >= 20:
                ReadLength();
                break;
            case "mehd" when length >= 8:
                ReadWholeLength();
                break;
            case "tkhd" when length >= 84:
                ReadSize();
                break;
            case "hdlr" when length >= 12 && box.Around?.Type == "mdia":
                ReadKind();
                break;
        }
    }

    private void ReadLength()
    {
        var isLong = file.Bytes(4)[0] == 1;
        file.Skip(isLong ? 16 : 8);
        _scale = file.UInt32();
        var length = isLong ? (long)Math.Min(file.UInt64(), long.MaxValue) : file.UInt32();
        if (length != uint.MaxValue) _length = Math.Max(_length, length);
    }

    private void ReadWholeLength()
    {
        var isLong = file.Bytes(4)[0] == 1;
        _length = Math.Max(_length, isLong ? (long)Math.Min(file.UInt64(), long.MaxValue) : file.UInt32());
    }

    /// <summary>Whole pixels and 65,536ths of one; a matrix in front of them says whether the picture lies on its side.</summary>
    private void ReadSize()
    {
        var isLong = file.Bytes(4)[0] == 1;
        file.Skip((isLong ? 32 : 20) + 16);
        var matrix = file.Bytes(36);
        var (width, height) = ((int)(file.UInt32() >> 16), (int)(file.UInt32() >> 16));
        var isOnItsSide = matrix.AsSpan(0, 4).IndexOfAnyExcept((byte)0) < 0 && matrix.AsSpan(4, 4).IndexOfAnyExcept((byte)0) >= 0;
        _trackSize = isOnItsSide ? new PixelSize(height, width) : new PixelSize(width, height);
    }

    /// <summary>A track says its size before it says that it is a picture.</summary>
    private void ReadKind()
    {
        var kind = Encoding.Latin1.GetString(file.Bytes(12).AsSpan(8));
        _kinds.Add(kind);
        if (kind == "vide" && Size is null && _trackSize is { IsEmpty: false } size) Size = size;
        _trackSize = null;
    }
}
