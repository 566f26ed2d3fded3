namespace Repository.Web.Media.Kits.Making;

/// <summary>
/// Where the head of a long sheet may end without cutting a word in two. Best is where two bands meet, then a row that is one colour from side to side, then
/// one past which nothing but upright edges goes on, such as a road or an axis; a wide gap is better than a narrow one, lower better than higher. Pure.
/// </summary>
internal static class CalmCut
{
    private const int Alike = 10;
    private const int Narrowest = 12;

    /// <summary>A drawing is not cut through higher than this.</summary>
    private const double HighestStill = 0.55;

    /// <summary>Of the pixels of a row, how many may differ from those above: the slant of an edge, not a line of letters.</summary>
    private const double Still = 0.012;

    /// <summary>How many rows from the top are kept – all of them where every row is full – and whether the last of them is of one colour.</summary>
    /// <param name="good">How much should be kept for a calm row to be taken.</param>
    /// <param name="least">How much must be kept, if none is as low as that.</param>
    public static (int Rows, bool IsCalm) Of(Raster raster, double good, double least) =>
        (Best(raster, good, IsCalm) ?? Best(raster, least, IsCalm)) is { } calm ? (calm, true) : (Best(raster, HighestStill, IsStill) ?? raster.Size.Height, false);

    private static int? Best(Raster raster, double highest, Func<Raster, int, bool> isFit)
    {
        int? best = null;
        var score = 0.0;
        for (var start = (int)(raster.Size.Height * highest); start < raster.Size.Height; start++)
        {
            if (!isFit(raster, start)) continue;
            var end = start;
            while (end < raster.Size.Height && isFit(raster, end)) end++;
            var (row, worth) = InRun(raster, start, end);
            if (end - start >= Narrowest && worth >= score) (best, score) = (row, worth);
            start = end;
        }

        return best;
    }

    private static (int Row, double Worth) InRun(Raster raster, int start, int end)
    {
        var place = 80.0 * start / raster.Size.Height;
        for (var row = start + 4; row < end - 4; row++)
        {
            if (!DrawnLook.AreAlike(raster[0, row], raster[0, row - 1], Alike) && IsCalm(raster, row)) return (row, 200 + place);
        }

        return (start + ((end - start) / 2), Math.Min(120, end - start) + place);
    }

    private static bool IsCalm(Raster raster, int y)
    {
        var first = raster[0, y];
        for (var x = 1; x < raster.Size.Width; x++)
        {
            if (!DrawnLook.AreAlike(first, raster[x, y], Alike)) return false;
        }

        return true;
    }

    private static bool IsStill(Raster raster, int y)
    {
        if (y == 0) return false;
        var moved = 0;
        for (var x = 0; x < raster.Size.Width; x++)
        {
            if (!DrawnLook.AreAlike(raster[x, y], raster[x, y - 1], 3 * Alike)) moved++;
        }

        return moved <= raster.Size.Width * Still;
    }
}
