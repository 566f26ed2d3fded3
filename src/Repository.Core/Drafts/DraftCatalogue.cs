using System.Collections.Immutable;
using Repository.Core.Content;

namespace Repository.Core.Drafts;

/// <summary>Every item with a draft, in the tree and in the bin, as of one line of the change log. Immutable: a change makes a new one that shares what stayed.</summary>
public sealed class DraftCatalogue
{
    private static readonly Guid Root = Guid.Empty;
    private static readonly Guid BinRoot = Guid.AllBitsSet;

    private readonly ImmutableDictionary<Guid, DraftEntry> _entries;
    private readonly ImmutableDictionary<(ItemKind Kind, Guid Parent), ImmutableArray<DraftEntry>> _children;

    private DraftCatalogue(ImmutableDictionary<Guid, DraftEntry> entries, ImmutableDictionary<(ItemKind, Guid), ImmutableArray<DraftEntry>> children, long cursor) =>
        (_entries, _children, Cursor) = (entries, children, cursor);

    public static DraftCatalogue Empty { get; } = new(
        ImmutableDictionary<Guid, DraftEntry>.Empty, ImmutableDictionary<(ItemKind, Guid), ImmutableArray<DraftEntry>>.Empty, 0);

    /// <summary>The line of the change log it is the state of.</summary>
    public long Cursor { get; }

    public DraftEntry? Find(Guid key) => _entries.GetValueOrDefault(key);

    /// <summary>Children in their order; the roots of a kind for null.</summary>
    public ImmutableArray<DraftEntry> Children(ItemKind kind, Guid? parent) => _children.GetValueOrDefault((kind, parent ?? Root), []);

    public ImmutableArray<DraftEntry> Children(DraftEntry parent) => Children(parent.Item.Kind, parent.Key);

    /// <summary>What was put into the bin, without what went there with it.</summary>
    public ImmutableArray<DraftEntry> Bin(ItemKind kind) => Children(kind, BinRoot);

    /// <summary>Everything of a kind that is not in the bin, or everything below an item, in the order of the tree.</summary>
    public IEnumerable<DraftEntry> Below(ItemKind kind, Guid? parent)
    {
        foreach (var child in Children(kind, parent))
        {
            yield return child;
            foreach (var further in Below(kind, child.Key)) yield return further;
        }
    }

    /// <summary>Everything of both trees in no order.</summary>
    public IEnumerable<DraftEntry> All => _entries.Values.Where(entry => !entry.Item.Trashed);

    /// <summary>What an item stands below, the root first.</summary>
    public ImmutableArray<DraftEntry> Ancestors(Guid key)
    {
        var line = ImmutableArray.CreateBuilder<DraftEntry>();
        for (var at = Find(key)?.Item.ParentKey; at is { } parent && Find(parent) is { } entry; at = entry.Item.ParentKey) line.Add(entry);
        line.Reverse();
        return line.ToImmutable();
    }

    /// <summary>The item's own key and those of its ancestors, as <c>Permissions</c> asks for them.</summary>
    public IEnumerable<Guid> Lineage(Guid? key)
    {
        for (var at = key; at is { } own; at = Find(own)?.Item.ParentKey) yield return own;
    }

    /// <param name="gone">Deleted for good.</param>
    public DraftCatalogue With(IReadOnlyCollection<DraftEntry> put, IReadOnlyCollection<Guid> gone, long cursor)
    {
        var entries = _entries.ToBuilder();
        var touched = new HashSet<(ItemKind, Guid)>();
        foreach (var key in gone)
        {
            if (!entries.TryGetValue(key, out var former)) continue;
            touched.Add(Place(former));
            entries.Remove(key);
        }

        foreach (var entry in put)
        {
            if (entries.TryGetValue(entry.Key, out var former)) touched.Add(Place(former));
            touched.Add(Place(entry));
            entries[entry.Key] = entry;
        }

        var lost = gone.Concat(put.Select(entry => entry.Key)).ToHashSet();
        var arrived = put.GroupBy(Place).ToDictionary(group => group.Key);
        var children = _children.ToBuilder();
        foreach (var place in touched)
        {
            var stayed = _children.GetValueOrDefault(place, []).Where(entry => !lost.Contains(entry.Key));
            var now = stayed.Concat(arrived.GetValueOrDefault(place)?.AsEnumerable() ?? []).ToArray();
            if (now.Length == 0)
            {
                children.Remove(place);
                continue;
            }

            Array.Sort(now, InOrder);
            children[place] = ImmutableArray.Create(now);
        }

        return new DraftCatalogue(entries.ToImmutable(), children.ToImmutable(), cursor);
    }

    private static (ItemKind, Guid) Place(DraftEntry entry) => (entry.Item.Kind, entry.Item.ParentKey ?? (entry.Item.Trashed ? BinRoot : Root));

    private static int InOrder(DraftEntry one, DraftEntry other)
    {
        var byPlace = one.Item.SortOrder.CompareTo(other.Item.SortOrder);
        if (byPlace != 0) return byPlace;
        var byAge = one.Item.CreatedAt.CompareTo(other.Item.CreatedAt);
        return byAge != 0 ? byAge : string.CompareOrdinal(one.Key.ToString(), other.Key.ToString());
    }
}
