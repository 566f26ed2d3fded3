using Repository.Core.Content;
using Repository.Web.Searching;

namespace Repository.Web.Delivery.Queries;

/// <summary><c>text:words</c>: what a search for the words finds. <c>text:!words</c>: the others. The words may use the search syntax.</summary>
internal static class TextFilter
{
    private const string Name = "text";

    /// <summary>The filter, if it is one of this kind; an operator it does not know is left to the refusal of unknown filters.</summary>
    public static FilterText? Asked(string text) =>
        FilterText.Read(text) is { Operator: FilterOperator.Is or FilterOperator.IsNot } read && string.Equals(read.Name, Name, StringComparison.OrdinalIgnoreCase) ? read : null;

    public static Outcome<FoundItems> Read(FilterText filter, DeliveryRequest request) => SearchText.Read(filter.Value, request.Searchable!.Snapshot.View(ItemKind.Document, request.Culture)) is { } text
        ? new FoundItems(request.Searchable!, request.Content, text)
        : DeliveryProblem.Filter;
}
