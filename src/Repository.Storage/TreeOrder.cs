using Repository.Core.Content;

namespace Repository.Storage;

/// <summary>Puts items, given with siblings in order, into the order of the tree.</summary>
internal static class TreeOrder
{
    /// <summary>Parents before children, depth first. An item whose parent is not given starts a tree of its own.</summary>
    public static IReadOnlyList<Item> DepthFirst(IReadOnlyList<Item> items)
    {
        var keys = items.Select(item => item.Key).ToHashSet();
        var children = items.ToLookup(item => item.ParentKey is { } parent && keys.Contains(parent) ? parent : (Guid?)null);
        var ordered = new List<Item>(items.Count);
        var waiting = new Stack<Item>(children[null].Reverse());
        while (waiting.TryPop(out var item))
        {
            ordered.Add(item);
            foreach (var child in children[item.Key].Reverse()) waiting.Push(child);
        }

        return ordered;
    }

    /// <summary>The line from the root down to an item's parent.</summary>
    public static IReadOnlyList<Item> Line(IReadOnlyList<Item> items, Guid key)
    {
        var byKey = items.ToDictionary(item => item.Key);
        var line = new List<Item>(byKey.Count);
        byKey.Remove(key, out var below);

        // Each step takes its item away, so that even a ring of parents would end.
        while (below?.ParentKey is { } parent && byKey.Remove(parent, out below)) line.Add(below);
        line.Reverse();
        return line;
    }
}
