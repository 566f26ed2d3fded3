using Repository.Core.Publishing;

namespace Repository.Web.Searching;

/// <summary>The page of a search: its items in order.</summary>
internal static class SearchItems
{
    /// <summary>A cursor that cannot be found any more is looked for among so many of the best at most.</summary>
    private const int MostRanked = 10_200;

    public static (IReadOnlyList<FoundItem> Items, string? Next) Page(SearchRequest request, FoundItems? found, ItemSet items)
    {
        var ranked = Ranked(request, found, items);
        var first = request.After is null ? request.Skip : After(request, ranked);
        List<FoundItem> page = [.. ranked.Skip(first).Take(request.Take)];
        var next = page.Count == 0 || first + page.Count >= items.Count ? null : new SearchCursor(page[^1].Item.Key, first + page.Count).Write();
        return (page, next);
    }

    /// <summary>All up to the end of the page, or up to where its beginning has to be looked for.</summary>
    private static List<FoundItem> Ranked(SearchRequest request, FoundItems? found, ItemSet items)
    {
        var (view, last) = (request.View, request.Skip + request.Take);
        if (request.Sort == SearchSort.Relevance)
        {
            var best = found!.Best(items, Math.Min(items.Count, request.After is null ? last : MostRanked));
            return [.. best.Select(hit => new FoundItem(view[hit.Ordinal], hit.Ordinal, hit.Score))];
        }

        if (request.Sort == SearchSort.Distance) return [.. request.Place.Nearest(items, view).Select(ordinal => new FoundItem(view[ordinal], ordinal, null))];
        return [.. view.Page(items, request.Sort.Fields, 0, request.After is null ? last : items.Count).Select(item => new FoundItem(item, view.OrdinalOf(item.Key), null))];
    }

    private static int After(SearchRequest request, List<FoundItem> ranked)
    {
        var at = ranked.FindIndex(found => found.Item.Key == request.After!.Last);
        return at < 0 ? Math.Min(request.After!.Shown, ranked.Count) : at + 1;
    }
}

/// <summary>An item that a search found, with its place in the view and, where that gives the order, what it scores.</summary>
internal readonly record struct FoundItem(PublishedItem Item, int Ordinal, float? Score);
