using System.Collections.Immutable;
using Repository.Core.Publishing;
using Repository.Core.Publishing.Facets;

namespace Repository.Web.Delivery.Queries;

/// <summary>The filters a list of content knows, each under its name; letter case does not matter.</summary>
internal static class ContentFilters
{
    private static readonly ImmutableArray<IContentFilter> All =
    [
        new ContentTypeFilter(),
        new NameFilter(),
        new DateFilter("createDate", (item, _) => item.CreatedAt),
        new DateFilter("updateDate", (_, culture) => culture.UpdatedAt),
        .. Facet.All.Select(facet => new FacetFilter(facet)),
    ];

    public static Outcome<ItemSet> Apply(string text, TreeView view, ItemSet items)
    {
        if (FilterText.Read(text) is not { } read) return DeliveryProblem.Filter;
        var filter = All.FirstOrDefault(candidate => string.Equals(candidate.Name, read.Name, StringComparison.OrdinalIgnoreCase));
        return filter is null ? DeliveryProblem.Filter : filter.Apply(read, view, items) is { } left ? left : DeliveryProblem.Filter;
    }
}

/// <summary>One filter: narrows a set of items, or gives null when it does not know the operator.</summary>
internal interface IContentFilter
{
    string Name { get; }

    ItemSet? Apply(FilterText filter, TreeView view, ItemSet items);
}
