namespace Repository.Core.Geography;

/// <summary>A part of the map between two meridians and two parallels, edges included. One whose west lies east of its east crosses the 180th meridian.</summary>
public readonly record struct GeoBox(double West, double South, double East, double North)
{
    public bool IsValid => new GeoPoint(South, West).IsValid && new GeoPoint(North, East).IsValid && South <= North;

    public bool Holds(GeoPoint point) => point.Latitude >= South && point.Latitude <= North && HoldsLongitude(point.Longitude);

    /// <summary>What two boxes have in common, neither of which crosses the 180th meridian; null when that is nothing.</summary>
    public GeoBox? And(GeoBox other)
    {
        var common = new GeoBox(Math.Max(West, other.West), Math.Max(South, other.South), Math.Min(East, other.East), Math.Min(North, other.North));
        return common.West <= common.East && common.South <= common.North ? common : null;
    }

    /// <summary>So many degrees more on every side, as far as the earth goes.</summary>
    public GeoBox Widened(double degrees) => new(Math.Max(-180, West - degrees), Math.Max(-90, South - degrees), Math.Min(180, East + degrees), Math.Min(90, North + degrees));

    private bool HoldsLongitude(double longitude) => West <= East
        ? longitude >= West && longitude <= East
        : longitude >= West || longitude <= East;
}
