using System.Collections.Immutable;
using Repository.Core.Publishing;
using Repository.Search.Queries;
using Repository.Web.Live;

namespace Repository.Web.Searching;

/// <summary>The items of a view that a query finds.</summary>
internal sealed record FoundItems(Searchable Searchable, TreeView View, Query Query)
{
    public ItemSet All { get; } = Find(Searchable, View, Query);

    /// <summary>The best of some of these items, best first.</summary>
    public ImmutableArray<(int Ordinal, float Score)> Best(ItemSet among, int take)
    {
        var ordinals = Searchable.Ordinals(View);
        var best = Searchable.Searcher.Search(Query, Math.Min(take, among.Count), among: document => ordinals[document] is >= 0 and var ordinal && among.Contains(ordinal));
        return [.. best.Hits.Select(hit => (ordinals[hit.Document], hit.Score))];
    }

    private static ItemSet Find(Searchable searchable, TreeView view, Query query)
    {
        var ordinals = searchable.Ordinals(view);
        var matches = searchable.Searcher.Search(query, 0, allMatches: true).Matches!;
        return ItemSet.Of(view.Count, matches.Documents().Select(document => ordinals[document]).Where(ordinal => ordinal >= 0));
    }
}
