using System.Globalization;
using Repository.Core.Indexing;
using Repository.Core.Publishing;
using Repository.Core.Publishing.Facets;
using Repository.Web.Delivery.Rendering;

namespace Repository.Web.Searching;

/// <summary>What the API says of each item that was found.</summary>
internal static class ItemAnswering
{
    public static IReadOnlyList<ItemAnswer> Of(IReadOnlyList<FoundItem> page, SearchRequest request, IFileTexts texts)
    {
        var highlights = SearchHighlights.Of(request, texts);
        return [.. page.Select(found => Of(found, request, highlights))];
    }

    private static ItemAnswer Of(FoundItem found, SearchRequest request, SearchHighlights? highlights)
    {
        var (item, view) = (found.Item, request.View);
        var fragment = ContentFragment.Of(item, view.Snapshot, view.Culture);
        var route = new RouteAnswer(fragment.Path, new StartItemAnswer(item.RootKey, fragment.StartItemPath));
        return new ItemAnswer(
            item.Key, item.Type.Alias, view.CultureOf(found.Ordinal).Name, route, found.Score, highlights?.Of(item), request.Place.DistanceKm(found.Ordinal, view), Facts(view, item));
    }

    private static FactsAnswer Facts(TreeView view, PublishedItem item)
    {
        string? Fact(string alias) => Facet.Find(alias)!.KeyOf(item, view.Snapshot, view.Culture);
        return new FactsAnswer(Fact("region"), Fact("municipality"), int.TryParse(Fact("year"), NumberStyles.Integer, CultureInfo.InvariantCulture, out var year) ? year : null, Fact("kind"));
    }
}
