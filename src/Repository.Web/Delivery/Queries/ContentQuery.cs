using System.Collections.Immutable;
using Repository.Core.Publishing;

namespace Repository.Web.Delivery.Queries;

/// <summary>A list of content as it was asked for: which items, in which order, which page.</summary>
internal sealed record ContentQuery(ItemSet Items, ImmutableArray<Sort> Sorts)
{
    /// <summary>Access has been checked; what is wrong is told in Umbraco's order: start item, fetch, filters, sorts.</summary>
    public static Outcome<ContentQuery> Read(DeliveryRequest request, AllowedTypes allowed)
    {
        var (startItem, problem) = request.StartItem();
        if (problem is not null) return problem;

        var query = request.Http.Request.Query;
        if (!FetchSelector.Select(request, query["fetch"], startItem).Is(out var items, out problem)) return problem;

        foreach (var text in query["filter"])
        {
            if (string.IsNullOrWhiteSpace(text)) continue;
            if (!ContentFilters.Apply(text, request.Content, items).Is(out items, out problem)) return problem;
        }

        if (!SortReader.Read(query["sort"]).Is(out var sorts, out problem)) return problem;
        return new ContentQuery(allowed.Only(items, request.Content), sorts.Sorts);
    }
}
