using FsCheck;
using FsCheck.Fluent;
using Repository.Core.Geography;

namespace Repository.Core.Tests.Geography;

public sealed class GeoTests
{
    [Theory]
    [InlineData(0, 0, 0, 1, 111.195)]
    [InlineData(0, 0, 0, 180, 20015.115)]
    [InlineData(90, 0, -90, 0, 20015.115)]
    [InlineData(0, 179.5, 0, -179.5, 111.195)]
    [InlineData(17, -96, 17, -96, 0)]
    public void a_distance_is_the_way_along_the_surface(double lat, double lon, double otherLat, double otherLon, double kilometres) =>
        Assert.Equal(kilometres, new GeoPoint(lat, lon).DistanceKm(new GeoPoint(otherLat, otherLon)), 0.001);

    [Fact]
    public void a_distance_is_the_same_both_ways_and_no_detour_is_shorter() => Prop.ForAll(Points(), Points(), Points(), (one, other, between) =>
        Math.Abs(one.DistanceKm(other) - other.DistanceKm(one)) < 1e-6 && one.DistanceKm(other) <= one.DistanceKm(between) + between.DistanceKm(other) + 1e-6).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.99, 0)]
    [InlineData(1.2, 1)]
    [InlineData(8.6, 9)]
    [InlineData(12.4, 10)]
    [InlineData(33.1, 35)]
    [InlineData(98, 100)]
    [InlineData(144, 140)]
    [InlineData(145, 150)]
    public void a_distance_is_told_the_coarser_the_longer_it_is(double kilometres, int told) => Assert.Equal(told, RoughDistance.Kilometres(kilometres));

    [Theory]
    [InlineData(-98, 15, -93, 19, 17, -96, true)]
    [InlineData(-98, 15, -93, 19, 19, -93, true)]
    [InlineData(-98, 15, -93, 19, 19.1, -96, false)]
    [InlineData(170, -10, -170, 10, 0, 175, true)]
    [InlineData(170, -10, -170, 10, 0, -175, true)]
    [InlineData(170, -10, -170, 10, 0, 0, false)]
    public void a_box_holds_its_edges_and_may_cross_the_180th_meridian(double west, double south, double east, double north, double lat, double lon, bool holds) =>
        Assert.Equal(holds, new GeoBox(west, south, east, north).Holds(new GeoPoint(lat, lon)));

    [Theory]
    [InlineData(-181, 0, 0, 1)]
    [InlineData(0, 2, 0, 1)]
    [InlineData(0, double.NaN, 0, 1)]
    [InlineData(0, 0, 0, double.PositiveInfinity)]
    public void a_box_that_is_none_says_so(double west, double south, double east, double north) => Assert.False(new GeoBox(west, south, east, north).IsValid);

    [Fact]
    public void what_two_boxes_have_in_common_holds_what_both_hold() => Prop.ForAll(Points(), Points(), Points(), (one, other, point) =>
    {
        var (box, wider) = (new GeoBox(-50, -20, 40, 60), new GeoBox(Math.Min(one.Longitude, other.Longitude), Math.Min(one.Latitude, other.Latitude), Math.Max(one.Longitude, other.Longitude), Math.Max(one.Latitude, other.Latitude)).Widened(1));
        return (box.And(wider)?.Holds(point) ?? false) == (box.Holds(point) && wider.Holds(point));
    }).QuickCheckThrowOnFailure();

    private static Arbitrary<GeoPoint> Points() => (from lat in Gen.Choose(-90, 90) from lon in Gen.Choose(-180, 180) select new GeoPoint(lat, lon)).ToArbitrary();
}
