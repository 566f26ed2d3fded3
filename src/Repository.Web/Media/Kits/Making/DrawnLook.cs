namespace Repository.Web.Media.Kits.Making;

/// <summary>Tells a drawing from a photograph by its pixels: in a drawing most of them look like their neighbours. Pure.</summary>
internal static class DrawnLook
{
    private const int Alike = 3;

    /// <summary>Drawings of ours that are full of letters have four fifths; photographs rarely half.</summary>
    private const double Most = 0.65;

    public static bool Is(Raster raster)
    {
        var (alike, all) = (0L, 0L);
        for (var y = 0; y < raster.Size.Height; y++)
        {
            for (var x = 1; x < raster.Size.Width; x++)
            {
                all++;
                if (AreAlike(raster[x, y], raster[x - 1, y], Alike)) alike++;
            }
        }

        return alike >= all * Most;
    }

    public static bool AreAlike(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other, int tolerance) =>
        Math.Abs(one[0] - other[0]) <= tolerance && Math.Abs(one[1] - other[1]) <= tolerance && Math.Abs(one[2] - other[2]) <= tolerance;
}
