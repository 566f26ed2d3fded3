using System.Collections.Immutable;
using Repository.Core.Publishing;
using Repository.Search.Collecting;
using Repository.Search.Queries;
using Repository.Web.Live;

namespace Repository.Web.Searching;

/// <summary>The items of a view that a text finds: by its words and, where that means something, by a name that is nearly the same.</summary>
internal sealed class FoundItems
{
    private readonly Searchable _searchable;
    private readonly TreeView _view;
    private readonly Query _query;

    public FoundItems(Searchable searchable, TreeView view, SearchText text)
    {
        (_searchable, _view, _query) = (searchable, view, text.Query);
        var byWords = Find(text.ByWords);
        Alike = text.IsShort && byWords.Count > 0 ? view.None : Find(text.ByName).Without(byWords);
        All = Alike.Count == 0 ? byWords : ItemSet.Union(view.Count, [byWords, Alike]);
    }

    public ItemSet All { get; }

    /// <summary>Those of them that none of the words finds: only a name is like what was typed.</summary>
    public ItemSet Alike { get; }

    /// <summary>The best of some of these items, best first.</summary>
    public ImmutableArray<(int Ordinal, float Score)> Best(ItemSet among, int take)
    {
        var ordinals = _searchable.Ordinals(_view);
        var best = _searchable.Searcher.Search(_query, Math.Min(take, among.Count), among: document => ordinals[document] is >= 0 and var ordinal && among.Contains(ordinal));
        return [.. best.Hits.Select(hit => (ordinals[hit.Document], hit.Score))];
    }

    private ItemSet Find(Query query) => ItemSet.Of(_view.Count, Seen(_searchable.Searcher.Search(query, 0, allMatches: true).Matches!));

    private IEnumerable<int> Seen(Matches matches)
    {
        var ordinals = _searchable.Ordinals(_view);
        foreach (var document in matches.Documents())
        {
            if (ordinals[document] is >= 0 and var ordinal) yield return ordinal;
        }
    }
}
