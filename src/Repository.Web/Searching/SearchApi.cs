using Repository.Core.Publishing.Facets;
using Repository.Web.Delivery;
using Repository.Web.Live;
using Repository.Web.Media.Texts;

namespace Repository.Web.Searching;

/// <summary><c>/api/v1/search</c>: what the Delivery API lacks, ranking and facets. Reads only the current pair of snapshot and index.</summary>
internal sealed class SearchApi(LiveContent live, DeliveryApi delivery, FileTexts texts)
{
    public Task SearchAsync(HttpContext http) => SearchAnswering.SendAsync(
        http, live, delivery, (query, searchable) => SearchRequest.Read(query, searchable).Is(out var request, out var problem) ? Answer(request) : problem, SearchJson.Readable.SearchAnswer);

    private Outcome<SearchAnswer> Answer(SearchRequest request)
    {
        var found = request.Text is { } text ? new FoundItems(request.Searchable, request.View, text) : null;
        var byText = delivery.Allowed.Only(found?.All ?? request.View.All, request.View);
        var narrowing = new Narrowing(request.View, request.Place.Of(byText, request.View), request.Choices);
        var (page, next) = SearchItems.Page(request, found, narrowing.Items);
        var suggestion = request.Text is { } typed ? SearchSpelling.Correct(request.Searchable, request.View.Culture, typed.Text) : null;
        var query = new QueryAnswer(request.Text?.Text ?? "", request.Text?.Understood ?? "", suggestion);
        return new SearchAnswer(narrowing.Items.Count, query, ItemAnswering.Of(page, request, texts), [.. request.Facets.Select(facet => Counted(narrowing.Count(facet, request.FacetSize, request.Zero)))], next);
    }

    private static FacetAnswer Counted(FacetResult facet) => new(facet.FieldName, facet.Values, facet.Missing);
}

/// <summary>The addresses of the search.</summary>
internal static class SearchEndpoints
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapSearch(this IEndpointRouteBuilder app)
    {
        var live = app.ServiceProvider.GetRequiredService<LiveContent>();
        var delivery = app.ServiceProvider.GetRequiredService<DeliveryApi>();
        app.MapMethods("/api/v1/search", Reading, new SearchApi(live, delivery, app.ServiceProvider.GetRequiredService<FileTexts>()).SearchAsync);
        app.MapMethods("/api/v1/suggest", Reading, new SuggestApi(live, delivery).SuggestAsync);
    }
}
