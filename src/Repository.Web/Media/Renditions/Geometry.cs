using Repository.Web.Media.Intake;

namespace Repository.Web.Media.Renditions;

/// <summary>A rectangle of pixels.</summary>
internal readonly record struct PixelBox(int Left, int Top, int Width, int Height)
{
    public PixelSize Size => new(Width, Height);

    public static PixelBox Whole(PixelSize size) => new(0, 0, size.Width, size.Height);
}

/// <summary>How a camera was held, in the eight values of EXIF: how the stored pixels must be turned and mirrored to stand upright.</summary>
internal readonly record struct Orientation(int Value)
{
    public static readonly Orientation Upright = new(1);

    /// <summary>As a picture's EXIF data say it; whatever cannot be read means upright.</summary>
    public static Orientation Of(ReadOnlySpan<byte> tiff) => new(ExifRemains.Read(tiff).Orientation);

    /// <summary>Do width and height change places?</summary>
    public bool IsOnItsSide => Value is >= 5 and <= 8;

    public PixelSize Turned(PixelSize stored) => IsOnItsSide ? stored.Turned : stored;

    /// <summary>Where a part of the upright picture lies among the stored pixels.</summary>
    public PixelBox Stored(PixelBox part, PixelSize stored)
    {
        var upright = Turned(stored);
        var (left, top, right, bottom) = (part.Left, part.Top, upright.Width - part.Left - part.Width, upright.Height - part.Top - part.Height);
        var corner = Value switch
        {
            2 => (right, top),
            3 => (right, bottom),
            4 => (left, bottom),
            5 => (top, left),
            6 => (top, right),
            7 => (bottom, right),
            8 => (bottom, left),
            _ => (left, top),
        };
        return IsOnItsSide ? new PixelBox(corner.Item1, corner.Item2, part.Height, part.Width) : new PixelBox(corner.Item1, corner.Item2, part.Width, part.Height);
    }
}
