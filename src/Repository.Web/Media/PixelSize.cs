namespace Repository.Web.Media;

/// <summary>Width and height in pixels.</summary>
internal readonly record struct PixelSize(int Width, int Height)
{
    /// <summary>Enough for any camera; a picture of more is one that only looks small until it is decoded.</summary>
    public const long MostPixels = 100_000_000;

    public long Area => (long)Width * Height;

    public bool IsEmpty => Width <= 0 || Height <= 0;

    public bool IsTooLarge => Area > MostPixels;

    public PixelSize Turned => new(Height, Width);
}
