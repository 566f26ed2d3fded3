using System.Collections.Immutable;
using Repository.Core.Publishing;

namespace Repository.Web.Delivery.Queries;

/// <summary>A list of media: always the children of a folder or of the root.</summary>
internal sealed record MediaQuery(ItemSet Items, ImmutableArray<Sort> Sorts)
{
    private const string Children = "children:";

    public static Outcome<MediaQuery> Read(DeliveryRequest request)
    {
        var query = request.Http.Request.Query;
        if (query["fetch"] is not [{ } fetch, ..] || !fetch.StartsWith(Children, StringComparison.OrdinalIgnoreCase)) return DeliveryProblem.Selector;

        var items = ChildrenOf(request, fetch[Children.Length..].Trim());
        foreach (var text in query["filter"])
        {
            if (string.IsNullOrWhiteSpace(text)) continue;
            if (Filter(text, request.Media) is not { } found) return DeliveryProblem.Filter;
            items = items.And(found);
        }

        if (!SortReader.ReadMedia(query["sort"]).Is(out var sorts, out var problem)) return problem;
        return new MediaQuery(items, sorts.Sorts);
    }

    private static ItemSet ChildrenOf(DeliveryRequest request, string parent)
    {
        if (parent.Length == 0) return request.Media.None;
        if (parent == "/") return request.Media.Children(null);
        var folder = Guid.TryParse(parent, out var key) ? key : Targets.MediaAt(request, parent)?.Key;
        return folder is { } found ? request.Media.Children(found) : request.Media.None;
    }

    private static ItemSet? Filter(string text, TreeView media) => text.Split(':') switch
    {
        ["mediaType", var alias] => media.Where((item, _) => item.Type.Alias == alias.Trim()),
        ["name", var part] => media.Where((_, culture) => culture.Name.Contains(part.Trim(), StringComparison.OrdinalIgnoreCase)),
        _ => null,
    };
}
