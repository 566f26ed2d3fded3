namespace Repository.Core.Geography;

/// <summary>A place on the earth, in degrees: north and east are positive.</summary>
public readonly record struct GeoPoint(double Latitude, double Longitude)
{
    /// <summary>The mean radius of the earth. Taking it for a sphere is wrong by half a percent at most.</summary>
    private const double EarthRadiusKm = 6371.0088;

    public bool IsValid => Latitude is >= -90 and <= 90 && Longitude is >= -180 and <= 180;

    /// <summary>The way along the surface (haversine formula).</summary>
    public double DistanceKm(GeoPoint other)
    {
        var (north, east) = (Sine(other.Latitude - Latitude), Sine(other.Longitude - Longitude));
        var half = (north * north) + (Math.Cos(double.DegreesToRadians(Latitude)) * Math.Cos(double.DegreesToRadians(other.Latitude)) * east * east);

        // Rounding can lift the value of two opposite points above 1.
        return 2 * EarthRadiusKm * Math.Asin(Math.Sqrt(Math.Min(1, half)));
    }

    private static double Sine(double degrees) => Math.Sin(double.DegreesToRadians(degrees) / 2);
}
