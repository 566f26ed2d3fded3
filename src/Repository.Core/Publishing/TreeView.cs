using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Repository.Core.Content;
using Repository.Core.Publishing.Facets;
using Repository.Core.Text;

namespace Repository.Core.Publishing;

/// <summary>
/// The items of one kind that are seen in one culture, numbered in depth-first tree order. A subtree is a run of numbers, a filter a
/// set of them. Immutable; what it knows beyond the tree (orders, facets, words of names) is made when first asked for.
/// </summary>
public sealed class TreeView
{
    private readonly PublishedItem[] _items;
    private readonly int[] _subtreeEnds;
    private readonly Dictionary<Guid, int> _ordinals;
    private readonly ItemOrder _order;
    private readonly ConcurrentDictionary<string, Lazy<FacetIndex>> _facets = new();
    private readonly Lazy<NameIndex> _names;
    private readonly Lazy<Dictionary<string, ItemSet>> _types;
    private readonly Lazy<ItemSet> _all;
    private readonly Lazy<Dictionary<string, Guid>> _paths;

    internal TreeView(PublishedSnapshot snapshot, ItemKind kind, string culture)
    {
        Snapshot = snapshot;
        Culture = culture;
        var items = new List<PublishedItem>(snapshot.Items.Count);
        var ends = new List<int>(snapshot.Items.Count);
        Walk(snapshot.Children.GetValueOrDefault(PublishedSnapshot.RootsOf(kind), []), items, ends);
        _items = [.. items];
        _subtreeEnds = [.. ends];
        _ordinals = new Dictionary<Guid, int>(_items.Length);
        for (var ordinal = 0; ordinal < _items.Length; ordinal++) _ordinals[_items[ordinal].Key] = ordinal;
        _order = new ItemOrder(this);
        _names = new Lazy<NameIndex>(() => new NameIndex(this));
        _types = new Lazy<Dictionary<string, ItemSet>>(() => Enumerable.Range(0, Count)
            .GroupBy(ordinal => _items[ordinal].Type.Alias, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(same => same.Key, same => ItemSet.Of(Count, same), StringComparer.OrdinalIgnoreCase));
        _all = new Lazy<ItemSet>(() => ItemSet.Range(Count, 0, Count));
        _paths = new Lazy<Dictionary<string, Guid>>(MapPaths);
    }

    public PublishedSnapshot Snapshot { get; }

    public string Culture { get; }

    /// <summary>What readers derived from the whole view.</summary>
    public Keepsake Kept { get; } = new();

    public int Count => _items.Length;

    /// <summary>The place of an item in tree order; -1 for one that is not seen here.</summary>
    public int OrdinalOf(Guid key) => _ordinals.TryGetValue(key, out var ordinal) ? ordinal : -1;

    public PublishedItem this[int ordinal] => _items[ordinal];

    public PublishedCulture CultureOf(int ordinal) => _items[ordinal].In(Culture)!;

    public ItemSet All => _all.Value;

    public ItemSet None => ItemSet.None(Count);

    /// <summary>One item, where it is seen here.</summary>
    public ItemSet Only(Guid key) => _ordinals.TryGetValue(key, out var ordinal) ? ItemSet.Range(Count, ordinal, ordinal + 1) : None;

    public ItemSet Descendants(Guid key) =>
        _ordinals.TryGetValue(key, out var ordinal) ? ItemSet.Range(Count, ordinal + 1, _subtreeEnds[ordinal]) : None;

    /// <summary>Everything below a root, which itself need not be seen here.</summary>
    public ItemSet BelowRoot(PublishedItem root) => _ordinals.ContainsKey(root.Key) ? Descendants(root.Key) : Where((item, _) => item.RootKey == root.Key);

    public ItemSet Children(Guid? key)
    {
        if (key is null) return ItemSet.Of(Count, OfLevel(1, 0, Count));
        return _ordinals.TryGetValue(key.Value, out var ordinal) ? ItemSet.Of(Count, OfLevel(_items[ordinal].Level + 1, ordinal + 1, _subtreeEnds[ordinal])) : None;
    }

    public ItemSet Ancestors(Guid key)
    {
        var ancestors = new List<int>();
        var item = _ordinals.TryGetValue(key, out var ordinal) ? _items[ordinal] : null;
        while (item?.ParentKey is { } parent)
        {
            if (_ordinals.TryGetValue(parent, out ordinal)) ancestors.Add(ordinal);
            item = Snapshot.Find(parent);
        }

        return ItemSet.Of(Count, ancestors);
    }

    /// <summary>The items of a content type, its alias in any letter case.</summary>
    public ItemSet OfType(string alias) => _types.Value.GetValueOrDefault(alias) ?? None;

    /// <summary>The items that satisfy a condition on the item itself, found by asking each.</summary>
    public ItemSet Where(Func<PublishedItem, PublishedCulture, bool> condition) =>
        ItemSet.Of(Count, Enumerable.Range(0, Count).Where(ordinal => condition(_items[ordinal], CultureOf(ordinal))));

    /// <summary>The items whose name holds every word of a text, ignoring case and accents. No word finds nothing.</summary>
    public ItemSet Named(string text) => _names.Value.Find(text);

    /// <summary>Made once, however many readers ask at the same time.</summary>
    internal FacetIndex Facet(Facet facet) =>
        _facets.GetOrAdd(facet.Alias, static (_, made) => new Lazy<FacetIndex>(() => new FacetIndex(made.view, made.facet)), (view: this, facet)).Value;

    /// <summary>The items with any of the facet's values for which a condition holds.</summary>
    public ItemSet With(Facet facet, Func<string, bool> condition) => Facet(facet).Where(condition);

    /// <summary>The items with one value of a facet, in any letter case.</summary>
    public ItemSet With(Facet facet, string value) => Facet(facet).With(value);

    /// <summary>A page of a set, in the order asked for; without a sort in tree order.</summary>
    public IEnumerable<PublishedItem> Page(ItemSet set, ImmutableArray<Sort> sorts, int skip, int take)
    {
        if (sorts.IsDefaultOrEmpty) return set.Page(skip, take).Select(ordinal => _items[ordinal]);
        var (order, places) = _order.By(sorts);
        return set.Page(order, places, skip, take).Select(ordinal => _items[ordinal]);
    }

    /// <summary>The item at a path of this view; for media, whose paths are made of names.</summary>
    public PublishedItem? AtPath(string path) => _paths.Value.TryGetValue(Letters.Composed(path), out var key) ? Snapshot.Find(key) : null;

    internal int[] Years()
    {
        var years = new int[Count];
        foreach (var (value, items) in Facet(Facets.Facet.Year).Values)
        {
            if (!int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var year)) continue;
            foreach (var ordinal in items.Page(0, items.Count)) years[ordinal] = year;
        }

        return years;
    }

    private void Walk(ImmutableArray<Guid> siblings, List<PublishedItem> items, List<int> ends)
    {
        foreach (var key in siblings)
        {
            if (!Snapshot.Items.TryGetValue(key, out var item)) continue;
            var ordinal = items.Count;
            var seen = item.In(Culture) is not null;
            if (seen)
            {
                items.Add(item);
                ends.Add(0);
            }

            if (Snapshot.Children.TryGetValue(key, out var children)) Walk(children, items, ends);
            if (seen) ends[ordinal] = items.Count;
        }
    }

    /// <summary>The items of one level in a run. What stands deeper below an item that is not seen here is passed by.</summary>
    private IEnumerable<int> OfLevel(int level, int start, int end)
    {
        for (var ordinal = start; ordinal < end; ordinal = _items[ordinal].Level == level ? _subtreeEnds[ordinal] : ordinal + 1)
        {
            if (_items[ordinal].Level == level) yield return ordinal;
        }
    }

    private Dictionary<string, Guid> MapPaths()
    {
        var paths = new Dictionary<string, Guid>(Count, StringComparer.OrdinalIgnoreCase);
        foreach (var item in _items) paths.TryAdd(Letters.Composed(item.In(Culture)!.Path), item.Key);
        return paths;
    }
}
