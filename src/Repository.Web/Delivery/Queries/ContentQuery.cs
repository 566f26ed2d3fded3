using System.Collections.Immutable;
using Repository.Core.Publishing;
using Repository.Web.Searching;

namespace Repository.Web.Delivery.Queries;

/// <summary>A list of content as it was asked for: which items, in which order.</summary>
/// <param name="Ranking">What orders the items by relevance; null when <paramref name="Sorts"/> do.</param>
internal sealed record ContentQuery(ItemSet Items, ImmutableArray<Sort> Sorts, FoundItems? Ranking)
{
    /// <summary>Access has been checked; what is wrong is told in Umbraco's order: start item, fetch, filters, sorts.</summary>
    public static Outcome<ContentQuery> Read(DeliveryRequest request, AllowedTypes allowed)
    {
        var (startItem, problem) = request.StartItem();
        if (problem is not null) return problem;

        var query = request.Http.Request.Query;
        if (!FetchSelector.Select(request, query["fetch"], startItem).Is(out var items, out problem)) return problem;

        FoundItems? found = null;
        foreach (var text in query["filter"])
        {
            if (string.IsNullOrWhiteSpace(text)) continue;
            if (TextFilter.Asked(text) is { } asked)
            {
                if (!TextFilter.Read(asked, request).Is(out found, out problem)) return problem;
                items = asked.Operator == FilterOperator.Is ? items.And(found.All) : items.Without(found.All);
            }
            else if (!ContentFilters.Apply(text, request.Content, items).Is(out items, out problem))
            {
                return problem;
            }
        }

        items = allowed.Only(items, request.Content);
        if (SortReader.IsByRelevance(query["sort"])) return found is null ? DeliveryProblem.Sort : new ContentQuery(items, [], found);
        if (!SortReader.Read(query["sort"]).Is(out var sorts, out problem)) return problem;
        return new ContentQuery(items, sorts.Sorts, null);
    }

    public IEnumerable<PublishedItem> Page(TreeView view, Paging paging) => Ranking is null
        ? view.Page(Items, Sorts, paging.Skip, paging.Take)
        : Ranking.Best(Items, (int)Math.Min(Items.Count, (long)paging.Skip + paging.Take)).Skip(paging.Skip).Select(hit => view[hit.Ordinal]);
}
