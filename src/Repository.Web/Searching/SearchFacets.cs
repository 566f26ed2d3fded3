using Repository.Core.Publishing;
using Repository.Core.Publishing.Facets;

namespace Repository.Web.Searching;

/// <summary>
/// Counts the values of facets among the items found. A facet is counted without its own filter, so that other values of it can be chosen as well; all counts are
/// exact, since a value is a set of items and a count the size of an intersection.
/// </summary>
internal static class SearchFacets
{
    private const string TypeAlias = "type";

    /// <param name="found">What the text alone finds.</param>
    public static FacetAnswer Count(SearchRequest request, ItemSet found, string alias)
    {
        var among = request.Filters.Where(filter => filter.Alias != alias).Aggregate(found, (items, filter) => items.And(filter.Items));
        var selected = request.Filters.FirstOrDefault(filter => filter.Alias == alias)?.Values ?? [];
        var values = Values(request.View, alias)
            .Select(value => new FacetValueAnswer(value.Key, value.Label, among.CountWith(value.Items), selected.Contains(value.Key, StringComparer.OrdinalIgnoreCase)))
            .Where(value => value.Count > 0 || value.Selected || request.Zero)
            .OrderByDescending(value => value.Count).ThenBy(value => value.Key, StringComparer.Ordinal)
            .Take(request.FacetSize);
        var having = ItemSet.Union(request.View.Count, Values(request.View, alias).Select(value => value.Items));
        return new FacetAnswer(alias, [.. values], among.Count - among.CountWith(having));
    }

    private static IEnumerable<(string Key, string Label, ItemSet Items)> Values(TreeView view, string alias)
    {
        if (alias == TypeAlias) return view.Types.Select(type => (type.Key, view.Snapshot.Schema.DocumentType(type.Key)?.Name ?? type.Key, type.Value));
        var facet = Facet.All.First(facet => facet.Alias == alias);
        var all = view.ValuesOf(facet);
        // A picked item is known by the key of its vocabulary and by its own; the latter is listed only where there is no other.
        return all.Where(value => !Guid.TryParse(value.Key, out _)).Select(value => (value.Key, FacetLabels.Of(view, facet, value.Key), value.Value));
    }
}
