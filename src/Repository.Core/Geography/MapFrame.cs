namespace Repository.Core.Geography;

/// <summary>Where places of the earth stand in a drawing: north is above, and a degree of longitude is as narrow as it is in the middle.</summary>
public sealed class MapFrame
{
    /// <summary>A drawing of a single place shows this many degrees around it.</summary>
    private const double Smallest = 0.05;

    private readonly double _west;
    private readonly double _north;
    private readonly double _left;
    private readonly double _top;

    private MapFrame(GeoBox box, int width, int height, int margin)
    {
        (_west, _north) = (box.West, box.North);
        var squeeze = Math.Cos(double.DegreesToRadians((box.South + box.North) / 2));
        var (degreesAcross, degreesDown) = (Math.Max(Smallest, (box.East - box.West) * squeeze), Math.Max(Smallest, box.North - box.South));
        StepsDown = Math.Min((width - (2 * margin)) / degreesAcross, (height - (2 * margin)) / degreesDown);
        StepsAcross = StepsDown * squeeze;
        _left = (width - ((box.East - box.West) * StepsAcross)) / 2;
        _top = (height - ((box.North - box.South) * StepsDown)) / 2;
    }

    /// <summary>How many steps of the drawing a degree of longitude is.</summary>
    public double StepsAcross { get; }

    /// <summary>How many steps of the drawing a degree of latitude is.</summary>
    public double StepsDown { get; }

    public static MapFrame Around(GeoBox box, int width, int height, int margin) => new(box, width, height, margin);

    public (double X, double Y) Place(GeoPoint point) => (_left + ((point.Longitude - _west) * StepsAcross), _top + ((_north - point.Latitude) * StepsDown));
}
