using System.Collections.Immutable;
using Repository.Core.Content;
using Repository.Core.Editors;
using Repository.Core.Geography;
using Repository.Core.Publishing;
using Repository.Core.Publishing.Facets;

namespace Repository.Core.Indexing;

/// <summary>
/// Where the items of a view are: each at its own place or, without one, at those of its municipalities. An item whose place is hidden is
/// nowhere on the map, not even in its municipality. Made once for a view and kept with it.
/// </summary>
public sealed class ItemPlaces
{
    private readonly TreeView _view;
    private readonly ImmutableArray<GeoPoint>[] _points;

    private ItemPlaces(TreeView view)
    {
        _view = view;
        _points = [.. Enumerable.Range(0, view.Count).Select(ordinal => Of(view[ordinal], view.Snapshot, view.Culture))];
        Somewhere = Where(static _ => true);
    }

    public static ItemPlaces Of(TreeView view) => view.Kept.Get(view.Culture, view, static view => new ItemPlaces(view));

    public static ImmutableArray<GeoPoint> Of(PublishedItem item, PublishedSnapshot snapshot, string culture)
    {
        var (point, isSilent) = OwnOf(item, snapshot);
        if (point is not null || isSilent) return point is { } own ? [own] : [];
        return
        [
            .. Facet.Municipality.TermsOf(item, snapshot, culture)
                .Select(municipality => municipality.Item is { } picked ? OwnOf(picked, snapshot).Point : null)
                .OfType<GeoPoint>(),
        ];
    }

    /// <summary>The items that are somewhere on the map.</summary>
    public ItemSet Somewhere { get; }

    /// <summary>Where an item is: nowhere, at one place or at several.</summary>
    public ImmutableArray<GeoPoint> this[int ordinal] => _points[ordinal];

    /// <summary>The items with a place in the box.</summary>
    public ItemSet Within(GeoBox box) => Where(box.Holds);

    /// <summary>The items with a place no further away than that.</summary>
    public ItemSet Within(GeoPoint center, double kilometres) => Where(point => center.DistanceKm(point) <= kilometres);

    /// <summary>How far the nearest place of an item is; null when it has none.</summary>
    public double? DistanceKm(int ordinal, GeoPoint from) => _points[ordinal] is { IsEmpty: false } points ? points.Min(from.DistanceKm) : null;

    private ItemSet Where(Func<GeoPoint, bool> condition) =>
        ItemSet.Of(_view.Count, Enumerable.Range(0, _view.Count).Where(ordinal => _points[ordinal].Any(condition)));

    /// <summary>The editor delivers no coordinates that are hidden: a text is stored, and nothing comes of it.</summary>
    private static (GeoPoint? Point, bool IsSilent) OwnOf(PublishedItem item, PublishedSnapshot snapshot)
    {
        if (item.Type.Property(FieldAliases.Location) is not { } property) return (null, false);
        var context = new EditorContext(snapshot.Schema, snapshot.Editors, ItemContent.Invariant);
        var reading = snapshot.Editors.Read(item.Value(property, ItemContent.Invariant), property.DataType, context);
        return reading.Delivery is JsonValue value ? (PointOf(value), false) : (null, reading.Stored.Length > 0);
    }

    private static GeoPoint? PointOf(JsonValue value) =>
        StoredJson.Parse(value.Json) is { } json && json.Number("lat") is { } latitude && json.Number("lon") is { } longitude
            ? new GeoPoint((double)latitude, (double)longitude)
            : null;
}
