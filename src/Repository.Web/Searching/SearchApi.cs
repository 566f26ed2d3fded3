using System.Text.Json;
using Repository.Web.Delivery;
using Repository.Web.Live;

namespace Repository.Web.Searching;

/// <summary><c>/api/v1/search</c>: what the Delivery API lacks, ranking and facets. Reads only the current pair of snapshot and index.</summary>
internal sealed class SearchApi(LiveContent live, DeliveryApi delivery)
{
    public async Task SearchAsync(HttpContext http)
    {
        if (!delivery.Options.Enabled || !delivery.Options.PublicAccess)
        {
            await DeliveryProblem.Unauthorized.SendAsync(http);
            return;
        }

        var searchable = await live.SearchableAsync(http.RequestAborted);
        var tag = EntityTag.Of(http.Request, searchable.Snapshot.Version, delivery.Fingerprint);
        http.Response.Headers.ETag = tag;
        if (EntityTag.Knows(http.Request, tag))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        if (!SearchRequest.Read(http.Request.Query, searchable).Is(out var request, out var problem))
        {
            http.Response.Headers.Remove("ETag");
            await problem.SendAsync(http);
            return;
        }

        http.Response.ContentType = "application/json; charset=utf-8";
        await JsonSerializer.SerializeAsync(http.Response.Body, Answer(request), SearchJson.Readable.SearchAnswer, http.RequestAborted);
    }

    private SearchAnswer Answer(SearchRequest request)
    {
        var found = request.Text is { } text ? new FoundItems(request.Searchable, request.View, text.Query) : null;
        var byText = delivery.Allowed.Only(found?.All ?? request.View.All, request.View);
        var items = request.Filters.Aggregate(byText, (left, filter) => left.And(filter.Items));
        var (page, next) = SearchItems.Page(request, found, items);
        var query = new QueryAnswer(request.Text?.Text ?? "", request.Text?.Understood ?? "", null);
        return new SearchAnswer(items.Count, query, page, [.. request.Facets.Select(facet => SearchFacets.Count(request, byText, facet))], next);
    }
}

/// <summary>The addresses of the search.</summary>
internal static class SearchEndpoints
{
    public static void MapSearch(this IEndpointRouteBuilder app)
    {
        var api = app.ServiceProvider.GetRequiredService<SearchApi>();
        app.MapMethods("/api/v1/search", [HttpMethods.Get, HttpMethods.Head], api.SearchAsync);
    }
}
