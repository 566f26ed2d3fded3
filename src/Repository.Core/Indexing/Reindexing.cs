using Repository.Core.Content;
using Repository.Core.Publishing;

namespace Repository.Core.Indexing;

/// <summary>
/// What has to be indexed anew when the public state moves on. What no longer is seen is among it: whoever writes the index drops it there. Pure.
/// </summary>
public static class Reindexing
{
    /// <param name="changed">The items that the change log names between the two snapshots.</param>
    /// <param name="showing">The documents the index holds under a key of <see cref="IndexFields.Shows"/>: an inverted index knows best who shows whom.</param>
    public static IReadOnlySet<Guid> Of(PublishedSnapshot before, PublishedSnapshot after, IEnumerable<Guid> changed, Func<Guid, IEnumerable<Guid>> showing)
    {
        var touched = changed.SelectMany(key => Subtree(before, key).Concat(Subtree(after, key))).Distinct().Where(key => Differs(before.Find(key), after.Find(key))).ToList();
        var anew = touched.SelectMany(showing).Where(key => KindOf(before, after, key) == ItemKind.Document).ToHashSet();
        anew.UnionWith(touched.Where(key => KindOf(before, after, key) == ItemKind.Document));
        return anew;
    }

    /// <summary>The same when the state before is not known, only what an index of then holds: whatever may differ is among it.</summary>
    /// <param name="changed">The items that the change log names since then.</param>
    /// <param name="indexed">The documents the index holds.</param>
    /// <param name="shown">All keys it holds under <see cref="IndexFields.Shows"/>.</param>
    /// <param name="showing">As in <see cref="Of"/>.</param>
    public static IReadOnlySet<Guid> Since(
        PublishedSnapshot now, IEnumerable<Guid> changed, IReadOnlyCollection<Guid> indexed, IEnumerable<Guid> shown, Func<Guid, IEnumerable<Guid>> showing)
    {
        // Of what was below a changed item and is no longer seen, only the index still knows.
        var touched = changed.SelectMany(key => Subtree(now, key)).Concat(indexed.Concat(shown).Where(key => now.Find(key) is null)).ToHashSet();
        var anew = touched.SelectMany(showing).Concat(indexed.Where(touched.Contains)).ToHashSet();
        anew.UnionWith(now.Documents().Select(item => item.Key).Where(touched.Contains));
        return anew;
    }

    /// <summary>The item and all below it: they are hidden, shown and moved together.</summary>
    private static IEnumerable<Guid> Subtree(PublishedSnapshot snapshot, Guid key)
    {
        var waiting = new Stack<Guid>([key]);
        while (waiting.TryPop(out var next))
        {
            yield return next;
            foreach (var child in snapshot.Children.GetValueOrDefault(next, [])) waiting.Push(child);
        }
    }

    /// <summary>An item that only has another address, or another place among its siblings, reads the same.</summary>
    private static bool Differs(PublishedItem? before, PublishedItem? after)
    {
        if (ReferenceEquals(before, after)) return false;
        if (before is null || after is null || !ReferenceEquals(before.Content, after.Content) || before.ParentKey != after.ParentKey) return true;
        return !before.Cultures.Select(culture => (culture.Culture, culture.Name)).SequenceEqual(after.Cultures.Select(culture => (culture.Culture, culture.Name)));
    }

    private static ItemKind? KindOf(PublishedSnapshot before, PublishedSnapshot after, Guid key) => (after.Find(key) ?? before.Find(key))?.Kind;
}
