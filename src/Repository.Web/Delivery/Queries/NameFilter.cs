using Repository.Core.Publishing;

namespace Repository.Web.Delivery.Queries;

/// <summary><c>name:text</c>: every word of the text is a word of the name. <c>name:!text</c>: the others.</summary>
internal sealed class NameFilter : IContentFilter
{
    public string Name => "name";

    public ItemSet? Apply(FilterText filter, TreeView view, ItemSet items) => filter.Operator switch
    {
        FilterOperator.Is => items.And(view.Named(filter.Value)),
        FilterOperator.IsNot => items.Without(view.Named(filter.Value)),
        _ => null,
    };
}
