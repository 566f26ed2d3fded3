using System.Collections.Immutable;
using Repository.Core.Content;
using Repository.Core.Editors;
using Repository.Core.Schema;

namespace Repository.Core.Publishing;

/// <summary>
/// Makes the next snapshot out of the last one and the records that changed. What did not change is shared; an item whose place
/// changed takes everything below it along. Feeding all records to <see cref="Empty"/> and replaying the log give equal snapshots.
/// </summary>
public sealed class SnapshotBuilder
{
    private readonly PublishedSnapshot _previous;
    private readonly Placing _placing;
    private readonly bool _showRestricted;
    private readonly ImmutableDictionary<Guid, ItemRecord>.Builder _records;
    private readonly Dictionary<Guid, List<Guid>> _families = [];
    private readonly ImmutableDictionary<Guid, PublishedItem>.Builder _items;
    private readonly ImmutableDictionary<RouteKey, Guid>.Builder _routes;
    private readonly ImmutableDictionary<FormerKey, Guid>.Builder _former;
    private readonly HashSet<Guid> _toPlace = [];
    private readonly HashSet<Guid> _placed = [];

    public SnapshotBuilder(PublishedSnapshot previous, bool showRestricted = false)
    {
        _previous = previous;
        _placing = new Placing(previous.Schema, showRestricted);
        _showRestricted = showRestricted;
        _records = previous.Records.ToBuilder();
        _items = previous.Items.ToBuilder();
        _routes = previous.Routes.ToBuilder();
        _former = previous.FormerSegments.ToBuilder();
    }

    /// <summary>The items that were looked at again, those below them included: after <see cref="Build(long, long)"/> only these can differ from the last snapshot.</summary>
    public IReadOnlyCollection<Guid> Placed => _placed;

    public static PublishedSnapshot Empty(ContentSchema schema, EditorRegistry editors) => new(schema, editors);

    /// <summary>Takes in the present state of an item. Its content type must be one of the schema's.</summary>
    public void Put(ItemRecord record)
    {
        var key = record.Item.Key;
        var before = _records.GetValueOrDefault(key)?.Item;
        var stays = before is not null && FamilyOf(before) == FamilyOf(record.Item) && before.SortOrder == record.Item.SortOrder;
        if (before is not null && !stays) Unlink(before);
        _records[key] = record;
        if (!stays) Link(record.Item);
        _toPlace.Add(key);
    }

    /// <summary>The item is no longer published, or no longer there.</summary>
    public void Remove(Guid key)
    {
        if (!_records.TryGetValue(key, out var record)) return;
        Unlink(record.Item);
        _records.Remove(key);
        _toPlace.Add(key);
    }

    /// <summary>Remembers where an item once stood; a later one wins. Where a restricted item stood is forgotten.</summary>
    public void Remember(FormerSegment former)
    {
        var place = new FormerKey(former.ParentKey ?? PublishedSnapshot.RootsOf(ItemKind.Document), former.Culture, former.Segment.ToLowerInvariant());
        if (!former.IsWithheld || _showRestricted) _former[place] = former.ItemKey;
        else if (_former.TryGetValue(place, out var known) && known == former.ItemKey) _former.Remove(place);
    }

    public PublishedSnapshot Build(long cursor) => Build(cursor, cursor);

    /// <summary>The snapshot as of a line of the log.</summary>
    /// <param name="cursor">The last line that was looked at.</param>
    /// <param name="version">The last line, up to there, that could change what readers see.</param>
    public PublishedSnapshot Build(long cursor, long version)
    {
        foreach (var key in ParentsFirst()) Place(key, withSubtree: false);
        return _previous.Next(cursor, version, _records.ToImmutable(), Children(), _items.ToImmutable(), _routes.ToImmutable(), _former.ToImmutable());
    }

    private ImmutableDictionary<Guid, ImmutableArray<Guid>> Children()
    {
        var children = _previous.Children.ToBuilder();
        foreach (var (parent, keys) in _families)
        {
            if (keys.Count == 0) children.Remove(parent);
            else children[parent] = [.. keys];
        }

        return children.ToImmutable();
    }

    /// <summary>A changed item below another changed item is placed by its ancestor when that one moves, and needs its new place in any case.</summary>
    private List<Guid> ParentsFirst() => [.. _toPlace.OrderBy(Depth)];

    private int Depth(Guid key)
    {
        var depth = 0;
        while (_records.TryGetValue(key, out var record) && record.Item.ParentKey is { } parent && depth < ItemDepth.Limit)
        {
            key = parent;
            depth++;
        }

        return depth;
    }

    private void Place(Guid key, bool withSubtree)
    {
        if (!_placed.Add(key)) return;
        var before = _items.GetValueOrDefault(key);
        var record = _records.GetValueOrDefault(key);
        var after = record is null ? null : _placing.Place(record, record.Item.ParentKey is { } parent ? _items.GetValueOrDefault(parent) : null, before);
        if (before is null && after is null) return;
        Replace(key, before, after);
        var moved = before is null || after is null || !before.StandsWhere(after);
        if (!moved && !withSubtree) return;
        // A root's segment is part of every route below it, though of no path.
        var rootMoved = withSubtree || (moved && record?.Item.ParentKey is null);
        foreach (var child in ChildrenOf(key)) Place(child, rootMoved);
    }

    private void Replace(Guid key, PublishedItem? before, PublishedItem? after)
    {
        foreach (var culture in before?.Cultures ?? [])
        {
            var route = RouteOf(before!, culture);
            if (_routes.TryGetValue(route, out var holder) && holder == key) _routes.Remove(route);
        }

        if (after is null)
        {
            _items.Remove(key);
            return;
        }

        _items[key] = after;
        if (after.Kind == ItemKind.Media) return;
        foreach (var culture in after.Cultures) _routes[RouteOf(after, culture)] = key;
    }

    private static RouteKey RouteOf(PublishedItem item, PublishedCulture culture) => new(item.RootKey, culture.Culture, culture.Path.ToLowerInvariant());

    private static Guid FamilyOf(Item item) => item.ParentKey ?? PublishedSnapshot.RootsOf(item.Kind);

    private void Link(Item item)
    {
        var siblings = FamilyToChange(FamilyOf(item));
        var at = siblings.Count;
        while (at > 0 && Precedes(item, _records[siblings[at - 1]].Item)) at--;
        siblings.Insert(at, item.Key);
    }

    private void Unlink(Item item) => FamilyToChange(FamilyOf(item)).Remove(item.Key);

    private List<Guid> FamilyToChange(Guid family)
    {
        if (!_families.TryGetValue(family, out var keys)) _families[family] = keys = [.. _previous.Children.GetValueOrDefault(family, [])];
        return keys;
    }

    private IReadOnlyList<Guid> ChildrenOf(Guid key) =>
        _families.TryGetValue(key, out var keys) ? keys : _previous.Children.GetValueOrDefault(key, []);

    private static bool Precedes(Item one, Item other)
    {
        var order = one.SortOrder.CompareTo(other.SortOrder);
        if (order == 0) order = one.CreatedAt.CompareTo(other.CreatedAt);
        return (order == 0 ? one.Key.CompareTo(other.Key) : order) < 0;
    }
}
