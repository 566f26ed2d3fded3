namespace Repository.Core.Geography;

/// <summary>A square of a grid, counted from where equator and first meridian cross.</summary>
public readonly record struct MapSquare(int Column, int Row);

/// <summary>
/// The squares in which the things of a drawing are counted, so large that each has room for a disc of its own. They begin at whole parts of a
/// degree, whatever is drawn: the same place is always in the same square.
/// </summary>
public sealed class MapGrid
{
    /// <summary>What lies this close before the next square still counts as before it: a centimetre.</summary>
    private const double Hair = 1e-7;

    /// <summary>How many squares a degree is divided into; below that come squares of several degrees.</summary>
    private static readonly double[] PerDegree = [20, 10, 4, 2, 1, 1 / 2.0, 1 / 4.0, 1 / 16.0];

    private readonly MapFrame _frame;
    private readonly double _perDegree;
    private readonly int _radius;

    /// <param name="radius">Of the disc that stands for a square, in steps of the drawing.</param>
    public MapGrid(MapFrame frame, int radius)
    {
        _frame = frame;
        _radius = radius;
        var narrowest = Math.Min(frame.StepsAcross, frame.StepsDown);
        _perDegree = PerDegree.FirstOrDefault(parts => narrowest / parts > 2 * radius, PerDegree[^1]);
    }

    public MapSquare SquareOf(GeoPoint point) => new((int)Math.Floor(point.Longitude * _perDegree), (int)Math.Floor(point.Latitude * _perDegree));

    /// <summary>What lies in a square, and in no other.</summary>
    public GeoBox BoxOf(MapSquare square) => new(
        square.Column / _perDegree, square.Row / _perDegree, Math.Round(((square.Column + 1) / _perDegree) - Hair, 7), Math.Round(((square.Row + 1) / _perDegree) - Hair, 7));

    /// <summary>The place of a square's disc that is nearest to a place in it; discs never overlap.</summary>
    public (int X, int Y) DiscAt(MapSquare square, double x, double y)
    {
        var (left, bottom) = _frame.Place(new GeoPoint(square.Row / _perDegree, square.Column / _perDegree));
        var (right, top) = _frame.Place(new GeoPoint((square.Row + 1) / _perDegree, (square.Column + 1) / _perDegree));
        return (Within(x, left, right), Within(y, top, bottom));
    }

    private int Within(double at, double least, double most) => (int)Math.Round(Math.Clamp(at, least + _radius, Math.Max(least + _radius, most - _radius)));
}
