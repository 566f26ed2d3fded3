using System.Globalization;
using Repository.Core.Indexing;
using Repository.Core.Publishing;
using Repository.Core.Publishing.Facets;
using Repository.Web.Delivery.Rendering;

namespace Repository.Web.Searching;

/// <summary>The page of a search: its items in order, and what is said of each.</summary>
internal static class SearchItems
{
    /// <summary>A cursor that cannot be found any more is looked for among so many of the best at most.</summary>
    private const int MostRanked = 10_200;

    public static (IReadOnlyList<ItemAnswer> Items, string? Next) Page(SearchRequest request, FoundItems? found, ItemSet items, IFileTexts texts)
    {
        var ranked = request.Sort == SearchSort.Relevance ? found!.Best(items, Math.Min(items.Count, request.After is null ? request.Skip + request.Take : MostRanked)) : [];
        var ordinals = request.Sort == SearchSort.Relevance
            ? ranked.Select(hit => hit.Ordinal).ToList()
            : request.Sort == SearchSort.Distance ? [.. request.Place.Nearest(items, request.View)]
            : request.View.Page(items, request.Sort.Fields, 0, request.After is null ? request.Skip + request.Take : items.Count).Select(item => request.View.OrdinalOf(item.Key)).ToList();
        var first = request.After is null ? request.Skip : After(request, ordinals);
        var page = ordinals.Skip(first).Take(request.Take).ToList();
        var highlights = request is { Highlight: true, Text: { } text } ? new SearchHighlights(text.Query, request.View, texts) : null;
        var scores = ranked.ToDictionary(hit => hit.Ordinal, hit => hit.Score);
        var next = page.Count == 0 || first + page.Count >= items.Count ? null : new SearchCursor(request.View[page[^1]].Key, first + page.Count).Write();
        return ([.. page.Select(ordinal => Item(request, ordinal, scores.TryGetValue(ordinal, out var score) ? score : null, highlights))], next);
    }

    private static int After(SearchRequest request, List<int> ordinals)
    {
        var at = ordinals.IndexOf(request.View.OrdinalOf(request.After!.Last));
        return at < 0 ? Math.Min(request.After.Shown, ordinals.Count) : at + 1;
    }

    private static ItemAnswer Item(SearchRequest request, int ordinal, float? score, SearchHighlights? highlights)
    {
        var item = request.View[ordinal];
        var fragment = ContentFragment.Of(item, request.View.Snapshot, request.View.Culture);
        var route = new RouteAnswer(fragment.Path, new StartItemAnswer(item.RootKey, fragment.StartItemPath));
        return new ItemAnswer(
            item.Key, item.Type.Alias, request.View.CultureOf(ordinal).Name, route, score, highlights?.Of(item), request.Place.DistanceKm(ordinal, request.View), Facts(request.View, item));
    }

    private static FactsAnswer Facts(TreeView view, PublishedItem item)
    {
        string? Fact(string alias) => Facet.Find(alias)!.KeyOf(item, view.Snapshot, view.Culture);
        return new FactsAnswer(Fact("region"), Fact("municipality"), int.TryParse(Fact("year"), NumberStyles.Integer, CultureInfo.InvariantCulture, out var year) ? year : null, Fact("kind"));
    }
}
