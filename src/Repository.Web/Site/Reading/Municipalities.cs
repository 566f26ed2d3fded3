using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Repository.Core.Geography;
using Repository.Core.Indexing;
using Repository.Core.Publishing;
using Repository.Core.Publishing.Facets;

namespace Repository.Web.Site.Reading;

/// <summary>A municipality as lists and maps know it.</summary>
/// <param name="Key">The official key or, without one, that of the item.</param>
/// <param name="Items">What says that it happened there.</param>
internal sealed record Municipality(SeenItem Item, string Key, string? RegionKey, string? Region, string? District, GeoPoint? Point, ItemSet Items)
{
    public string Name => Item.Name;
}

/// <summary>The municipalities in the order of their names. Made once for each state of the content.</summary>
internal sealed class Municipalities
{
    private const int LongestName = 100;

    private static readonly CompareInfo Spanish = CultureInfo.GetCultureInfo("es-MX").CompareInfo;
    private readonly FrozenDictionary<string, Municipality> _byKey;
    private readonly FrozenDictionary<string, Municipality> _bySegment;

    private Municipalities(SiteReader reader)
    {
        // Most of them have nothing, and share it.
        var nothing = reader.View.None;
        var made = reader.Seen(reader.View.OfType("municipality")).Select(item => Made(item, nothing, reader));
        All = [.. made.OrderBy(municipality => municipality.Name, StringComparer.Create(CultureInfo.GetCultureInfo("es-MX"), CompareOptions.IgnoreCase))];
        _byKey = All.DistinctBy(municipality => municipality.Key, StringComparer.OrdinalIgnoreCase).ToFrozenDictionary(municipality => municipality.Key, StringComparer.OrdinalIgnoreCase);
        _bySegment = All.DistinctBy(municipality => municipality.Item.Here.Segment, StringComparer.OrdinalIgnoreCase).ToFrozenDictionary(municipality => municipality.Item.Here.Segment, StringComparer.OrdinalIgnoreCase);
    }

    public ImmutableArray<Municipality> All { get; }

    public static Municipalities Of(SiteReader reader) => reader.View.Kept.Get("", reader, static reader => new Municipalities(reader));

    /// <summary>The one that a key, or the last part of an address, means.</summary>
    public Municipality? Find(string written) => _byKey.GetValueOrDefault(written) ?? _bySegment.GetValueOrDefault(written);

    /// <summary>Those whose names hold a text, in any letter case and with any accents.</summary>
    public IEnumerable<Municipality> Named(string text)
    {
        var sought = text.Length > LongestName ? text[..LongestName] : text;
        return All.Where(municipality => Spanish.IndexOf(municipality.Name, sought, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0);
    }

    /// <summary>The others, the nearest first, each with how far it is.</summary>
    public IEnumerable<(Municipality Municipality, double Kilometres)> Around(GeoPoint point) =>
        from municipality in All
        let other = municipality.Point ?? point
        where other != point
        let kilometres = point.DistanceKm(other)
        orderby kilometres
        select (municipality, kilometres);

    private static Municipality Made(SeenItem item, ItemSet nothing, SiteReader reader)
    {
        var values = reader.Values(item);
        var key = values.Text("officialKey") ?? item.Item.Key.ToString();
        return new Municipality(
            item,
            key,
            Facet.Region.KeyOf(item.Item, reader.Snapshot, reader.Culture),
            Facet.Region.LabelsOf(item.Item, reader.Snapshot, reader.Culture).FirstOrDefault(),
            values.Text("district"),
            ItemPlaces.Of(item.Item, reader.Snapshot, reader.Culture) is [var point, ..] ? point : null,
            reader.View.With(Facet.Municipality, key) is { Count: > 0 } items ? items : nothing);
    }
}
