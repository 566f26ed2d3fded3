using System.Collections.Concurrent;
using Repository.Core.Publishing;
using Repository.Search;

namespace Repository.Web.Live;

/// <summary>A snapshot and the search index of exactly that state. Immutable; swapped as a pair.</summary>
internal sealed record Searchable(PublishedSnapshot Snapshot, IndexSearcher Searcher)
{
    private readonly ConcurrentDictionary<TreeView, int[]> _ordinals = new(ReferenceEqualityComparer.Instance);

    /// <summary>The place in a view of the item each document was made of; -1 for what is not seen there.</summary>
    public int[] Ordinals(TreeView view) => _ordinals.GetOrAdd(view, OrdinalsIn);

    private int[] OrdinalsIn(TreeView view)
    {
        var ordinals = new int[Searcher.DocumentLimit];
        Array.Fill(ordinals, -1);
        foreach (var document in Searcher.Documents())
        {
            var key = Searcher.KeyOf(document);
            var ordinal = view.OrdinalOf(ContentDocument.ItemOf(key));
            if (ordinal >= 0 && view.CultureOf(ordinal).Culture == ContentDocument.CultureOf(key)) ordinals[document] = ordinal;
        }

        return ordinals;
    }
}
