using Microsoft.Extensions.Primitives;
using Repository.Core.Publishing;

namespace Repository.Web.Delivery.Queries;

/// <summary><c>ancestors:</c>, <c>children:</c> or <c>descendants:</c> of a key or a path. A target that does not exist has none of them.</summary>
internal static class FetchSelector
{
    public static Outcome<ItemSet> Select(DeliveryRequest request, StringValues fetch, PublishedItem? startItem)
    {
        var view = request.Content;
        if (fetch is not [{ } text, ..] || string.IsNullOrWhiteSpace(text)) return startItem is null ? view.All : view.BelowRoot(startItem);

        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var kind = colon < 0 ? "" : text[..colon].ToLowerInvariant();
        if (kind is not ("ancestors" or "children" or "descendants")) return DeliveryProblem.Selector;

        if (Target(request, text[(colon + 1)..].Trim(), startItem) is not { } target) return view.None;
        return kind switch
        {
            "ancestors" => view.Ancestors(target.Key),
            "children" => view.Children(target.Key),
            _ => view.Descendants(target.Key),
        };
    }

    private static PublishedItem? Target(DeliveryRequest request, string target, PublishedItem? startItem)
    {
        if (target.Length == 0) return null;
        if (Guid.TryParse(target, out var key)) return Targets.ContentByKey(request, key);
        return Targets.ContentAt(request, target, startItem?.Key) is RouteMatch.Found found && found.Item.In(request.Culture) is not null ? found.Item : null;
    }
}
