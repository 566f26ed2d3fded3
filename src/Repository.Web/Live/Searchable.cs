using System.Collections.Concurrent;
using System.Collections.Immutable;
using Repository.Core.Indexing;
using Repository.Core.Publishing;
using Repository.Search;
using Repository.Search.Queries;

namespace Repository.Web.Live;

/// <summary>A snapshot and the search index of exactly that state. Immutable; swapped as a pair.</summary>
internal sealed record Searchable(PublishedSnapshot Snapshot, IndexSearcher Searcher)
{
    private readonly ConcurrentDictionary<TreeView, int[]> _ordinals = new(ReferenceEqualityComparer.Instance);

    /// <summary>The files whose words are not in this state yet: with the snapshot's version it tells one state of the index from every other.</summary>
    public ImmutableSortedSet<string> AwaitedTerms => field ??= [.. Searcher.Terms(IndexFields.Awaits).Where(term => Searcher.Search(new TermQuery(IndexFields.Awaits, term), 0).Total > 0)];

    public IReadOnlyList<AwaitedText> Awaited => field ??= [.. AwaitedTerms.Select(AwaitedText.Parse)];

    /// <summary>The items that wait for a file's words.</summary>
    public IEnumerable<Guid> Awaiting(AwaitedText file) =>
        Searcher.Search(new TermQuery(IndexFields.Awaits, file.ToString()), 0, allMatches: true).Matches!.Documents().Select(document => ContentDocument.ItemOf(Searcher.KeyOf(document)));

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
