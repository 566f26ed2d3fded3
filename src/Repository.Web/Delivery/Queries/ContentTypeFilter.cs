using Repository.Core.Publishing;

namespace Repository.Web.Delivery.Queries;

/// <summary><c>contentType:a,b</c>: a or b. <c>contentType:!a,b</c>: neither.</summary>
internal sealed class ContentTypeFilter : IContentFilter
{
    public string Name => "contentType";

    public ItemSet? Apply(FilterText filter, TreeView view, ItemSet items)
    {
        if (filter.Operator is not (FilterOperator.Is or FilterOperator.IsNot)) return null;
        var named = filter.Any(view, view.OfType);
        return filter.Operator == FilterOperator.Is ? items.And(named) : items.Without(named);
    }
}
