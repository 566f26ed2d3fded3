using System.Globalization;
using Repository.Core.Publishing;
using Repository.Core.Publishing.Facets;

namespace Repository.Web.Delivery.Queries;

/// <summary>A property of content by its vocabulary keys: <c>a,b</c> is or, <c>!</c> is not, ranges where values have an order.</summary>
internal sealed class FacetFilter(Facet facet) : IContentFilter
{
    public string Name => facet.Alias;

    public ItemSet? Apply(FilterText filter, TreeView view, ItemSet items)
    {
        if (filter.Operator is FilterOperator.Is or FilterOperator.IsNot)
        {
            var having = filter.Any(view, value => view.With(facet, value));
            return filter.Operator == FilterOperator.Is ? items.And(having) : items.Without(having);
        }

        if (facet.Order == FacetOrder.None) return null;
        return Bound(filter) is { } within ? items.And(view.With(facet, within)) : items;
    }

    private Func<string, bool>? Bound(FilterText filter)
    {
        if (facet.Order == FacetOrder.Text) return value => filter.Holds(string.CompareOrdinal(value, filter.Value));
        if (!decimal.TryParse(filter.Value, NumberStyles.Number, CultureInfo.InvariantCulture, out var bound)) return null;
        return value => decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) && filter.Holds(number.CompareTo(bound));
    }
}
