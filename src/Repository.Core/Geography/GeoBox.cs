namespace Repository.Core.Geography;

/// <summary>A part of the map between two meridians and two parallels, edges included. One whose west lies east of its east crosses the 180th meridian.</summary>
public readonly record struct GeoBox(double West, double South, double East, double North)
{
    public bool IsValid => new GeoPoint(South, West).IsValid && new GeoPoint(North, East).IsValid && South <= North;

    public bool Holds(GeoPoint point) => point.Latitude >= South && point.Latitude <= North && HoldsLongitude(point.Longitude);

    private bool HoldsLongitude(double longitude) => West <= East
        ? longitude >= West && longitude <= East
        : longitude >= West || longitude <= East;
}
