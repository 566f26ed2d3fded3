using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Repository.Core.Geography;

namespace Repository.Core.Tests.Geography;

/// <summary>A map is drawn of points alone: where they stand, and which of them one disc stands for.</summary>
public sealed class MapTests
{
    private const int Width = 1000;
    private const int Height = 700;
    private const int Radius = 42;

    private static readonly GeoBox Oaxaca = new(-98.55, 15.66, -93.87, 18.67);
    private static readonly MapFrame Frame = MapFrame.Around(Oaxaca, Width, Height, 2 * Radius);
    private static readonly MapGrid Grid = new(Frame, Radius);

    [Fact]
    public void the_corners_of_what_is_drawn_lie_within_the_margin_north_above_and_east_at_the_right()
    {
        var (left, top) = Frame.Place(new GeoPoint(Oaxaca.North, Oaxaca.West));
        var (right, bottom) = Frame.Place(new GeoPoint(Oaxaca.South, Oaxaca.East));

        Assert.True(left >= (2 * Radius) - 1 && top >= (2 * Radius) - 1 && right <= Width - (2 * Radius) + 1 && bottom <= Height - (2 * Radius) + 1);
        Assert.True(left < right && top < bottom);
    }

    [Fact]
    public void a_degree_of_longitude_is_narrower_than_one_of_latitude_by_the_cosine_of_the_middle() =>
        Assert.Equal(Math.Cos(double.DegreesToRadians((Oaxaca.South + Oaxaca.North) / 2)), Frame.StepsAcross / Frame.StepsDown, 0.000001);

    [Fact]
    public void a_single_place_can_be_drawn()
    {
        var frame = MapFrame.Around(new GeoBox(-96.5, 17, -96.5, 17), Width, Height, 2 * Radius);

        Assert.Equal((Width / 2.0, Height / 2.0), frame.Place(new GeoPoint(17, -96.5)));
    }

    [Fact]
    public void what_stands_in_one_square_is_one_disc_and_each_thing_counts_once()
    {
        var clusters = Clusters([new GeoPoint(17.1, -96.6), new GeoPoint(17.2, -96.7)], [new GeoPoint(17.05, -96.9)], [new GeoPoint(16.2, -95.2)], []);

        Assert.Equal([(2, 0), (1, 2)], clusters.Select(cluster => (cluster.Count, cluster.First)));
    }

    [Fact]
    public void a_thing_in_two_squares_counts_in_both() => Assert.Equal([1, 1], Clusters([new GeoPoint(17.1, -96.6), new GeoPoint(16.2, -95.2)]).Select(cluster => cluster.Count));

    [Fact]
    public void discs_come_from_north_to_south_and_from_west_to_east() =>
        Assert.Equal([3, 2, 1, 0], Clusters([new GeoPoint(16.1, -95.1)], [new GeoPoint(16.1, -97.1)], [new GeoPoint(17.1, -95.1)], [new GeoPoint(17.1, -97.1)]).Select(cluster => cluster.First));

    [Fact]
    public void the_same_things_make_the_same_discs_in_any_order() => Prop.ForAll(Points(), points =>
        Clusters(points).Select(cluster => (cluster.Square, cluster.Count)).SequenceEqual(Clusters([.. points.Reverse()]).Select(cluster => (cluster.Square, cluster.Count)))).QuickCheckThrowOnFailure();

    [Fact]
    public void discs_never_overlap() => Prop.ForAll(Points(), points =>
    {
        var clusters = Clusters(points);
        return clusters.All(one => clusters.All(other => one == other || Math.Max(Math.Abs(one.X - other.X), Math.Abs(one.Y - other.Y)) >= (2 * Radius) - 1));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void the_box_of_a_disc_holds_exactly_what_it_counts() => Prop.ForAll(Points(), points =>
        Clusters(points).All(cluster => points.Count(point => Grid.BoxOf(cluster.Square).Holds(point)) == cluster.Count)).QuickCheckThrowOnFailure();

    [Fact]
    public void whatever_is_drawn_squares_have_room_for_a_disc() => Prop.ForAll(Points(), points =>
    {
        var box = new GeoBox(points.Min(point => point.Longitude), points.Min(point => point.Latitude), points.Max(point => point.Longitude), points.Max(point => point.Latitude));
        var frame = MapFrame.Around(box, Width, Height, 2 * Radius);
        var square = new MapGrid(frame, Radius).BoxOf(new MapGrid(frame, Radius).SquareOf(points[0]));
        var (left, top) = frame.Place(new GeoPoint(square.North, square.West));
        var (right, bottom) = frame.Place(new GeoPoint(square.South, square.East));
        return right - left > (2 * Radius) - 0.01 && bottom - top > (2 * Radius) - 0.01;
    }).QuickCheckThrowOnFailure();

    private static ImmutableArray<MapCluster> Clusters(params GeoPoint[][] things) => MapClusters.Of(Frame, Grid, things.Select((places, thing) => (thing, places.ToImmutableArray())));

    private static ImmutableArray<MapCluster> Clusters(GeoPoint[] points) => Clusters([.. points.Select(point => (GeoPoint[])[point])]);

    /// <summary>Points of the state with six decimals, some of them on the very edges of squares.</summary>
    private static Arbitrary<GeoPoint[]> Points() =>
        Gen.NonEmptyListOf(from lat in Gen.Choose(15_660_000, 18_670_000)
                           from lon in Gen.Choose(-98_550_000, -93_870_000)
                           from edge in Gen.Choose(0, 3)
                           select edge == 0 ? new GeoPoint(lat / 500_000 / 2.0, lon / 500_000 / 2.0) : new GeoPoint(lat / 1e6, lon / 1e6))
            .Select(points => points.ToArray()).ToArbitrary();
}
