namespace Repository.Web.Media.Intake;

/// <summary>Width and height of a picture as its header tells them.</summary>
internal readonly record struct PixelSize(int Width, int Height)
{
    /// <summary>Enough for any camera; a picture of more is one that only looks small until it is decoded.</summary>
    public const long MostPixels = 100_000_000;

    public bool IsEmpty => Width <= 0 || Height <= 0;

    public bool IsTooLarge => (long)Width * Height > MostPixels;

    public PixelSize Turned => new(Height, Width);
}
