using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Repository.Core.Geography;
using Repository.Core.Indexing;
using Repository.Core.Publishing.Facets;
using Repository.Web.Site.Reading;

namespace Repository.Web.Site.Pages;

/// <summary>
/// The state as its municipalities draw it: a dot for each, by region, and for each region the place where its number stands. No tiles, no shapes from elsewhere.
/// Made once for each state of the content.
/// </summary>
internal sealed class RegionMap
{
    public const string ViewBox = "0 0 1000 700";

    private const int Width = 1000;
    private const int Height = 700;

    private RegionMap(ImmutableArray<MappedRegion> regions) => Regions = regions;

    public ImmutableArray<MappedRegion> Regions { get; }

    public static RegionMap Of(SiteReader reader) => reader.View.Kept.Get("", reader, static reader => new RegionMap(Read(reader)));

    private static ImmutableArray<MappedRegion> Read(SiteReader reader)
    {
        var view = reader.View;
        var points = from ordinal in view.OfType("municipality").Page(0, view.Count)
                     let item = view[ordinal]
                     let key = Facet.Region.KeyOf(item, view.Snapshot, view.Culture)
                     from point in ItemPlaces.Of(item, view.Snapshot, view.Culture).Take(1)
                     where key is not null
                     select (Key: key, Point: point);
        var all = points.ToList();
        if (all.Count == 0) return [];
        var frame = Frame.Around(all.Select(dot => dot.Point));
        return [.. all.GroupBy(dot => dot.Key).Select(region => MappedRegion.Of(region.Key, [.. region.Select(dot => frame.Place(dot.Point))]))];
    }

    /// <summary>Degrees become steps of the drawing: narrower to the north, as seen from above the middle.</summary>
    private sealed record Frame(double West, double North, double Scale, double Squeeze)
    {
        private const int Margin = 40;

        public static Frame Around(IEnumerable<GeoPoint> points)
        {
            var all = points.ToList();
            var (west, east) = (all.Min(point => point.Longitude), all.Max(point => point.Longitude));
            var (south, north) = (all.Min(point => point.Latitude), all.Max(point => point.Latitude));
            var squeeze = Math.Cos((south + north) / 2 * Math.PI / 180);
            var scale = Math.Min((Width - (2 * Margin)) / Math.Max(0.01, (east - west) * squeeze), (Height - (2 * Margin)) / Math.Max(0.01, north - south));
            return new Frame(west, north, scale, squeeze);
        }

        public (int X, int Y) Place(GeoPoint point) =>
            (Margin + (int)Math.Round((point.Longitude - West) * Squeeze * Scale), Margin + (int)Math.Round((North - point.Latitude) * Scale));
    }
}

/// <summary>A region of the map: its dots as one path, and its middle.</summary>
internal sealed record MappedRegion(string Key, string Dots, int X, int Y)
{
    /// <summary>Where the name stands below the disc.</summary>
    public int NameY => Y + 54;

    public int CountY => Y + 10;

    public static MappedRegion Of(string key, IReadOnlyList<(int X, int Y)> dots)
    {
        var path = new StringBuilder();
        foreach (var (x, y) in dots) path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h0");
        return new MappedRegion(key, path.ToString(), (int)dots.Average(dot => dot.X), (int)dots.Average(dot => dot.Y));
    }
}
