using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Repository.Core.Geography;
using Repository.Web.Site.Reading;

namespace Repository.Web.Site.Pages;

/// <summary>
/// The state as its municipalities draw it: a dot for each, by region, and for each region the place where its number stands. No tiles, no shapes from elsewhere.
/// </summary>
internal sealed class RegionMap
{
    public const string ViewBox = "0 0 1000 700";

    private const int Width = 1000;
    private const int Height = 700;
    private const int Margin = 40;

    private RegionMap(GeoBox box, int margin, ImmutableArray<Municipality> municipalities)
    {
        (Box, Frame) = (box, MapFrame.Around(box, Width, Height, margin));
        var dots = from municipality in municipalities
                   where municipality is { RegionKey: not null, Point: not null }
                   let at = Frame.Place(municipality.Point.GetValueOrDefault())
                   where at.X is >= 0 and <= Width && at.Y is >= 0 and <= Height
                   group ((int)Math.Round(at.X), (int)Math.Round(at.Y)) by municipality.RegionKey;
        Regions = [.. dots.Select(region => MappedRegion.Of(region.Key, [.. region]))];
    }

    /// <summary>What is to be seen of the earth.</summary>
    public GeoBox Box { get; }

    public MapFrame Frame { get; }

    public ImmutableArray<MappedRegion> Regions { get; }

    /// <summary>The whole state, made once for each state of the content; null where no municipality has a place.</summary>
    public static RegionMap? Of(SiteReader reader, int margin = Margin) =>
        reader.View.Kept.Get(margin.ToString(CultureInfo.InvariantCulture), (reader, margin), static of => new Kept(State(of.reader) is { } box ? new RegionMap(box, of.margin, Municipalities.Of(of.reader).All) : null)).Map;

    /// <summary>A part of it.</summary>
    public static RegionMap Of(SiteReader reader, GeoBox box, int margin) => new(box, margin, Municipalities.Of(reader).All);

    private static GeoBox? State(SiteReader reader)
    {
        var points = Municipalities.Of(reader).All.Select(municipality => municipality.Point).OfType<GeoPoint>().ToList();
        return points.Count == 0 ? null : new GeoBox(points.Min(point => point.Longitude), points.Min(point => point.Latitude), points.Max(point => point.Longitude), points.Max(point => point.Latitude));
    }

    private sealed record Kept(RegionMap? Map);
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
