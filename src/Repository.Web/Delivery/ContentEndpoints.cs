using Repository.Core.Publishing;
using Repository.Web.Delivery.Queries;
using Repository.Web.Delivery.Rendering;

namespace Repository.Web.Delivery;

/// <summary>Lists of content, one item by key or path, several by key.</summary>
internal sealed class ContentEndpoints(DeliveryApi api)
{
    public Task ListAsync(HttpContext http) => Answer.SendAsync(http, api, media: false, request =>
    {
        if (!Paging.Read(http.Request.Query, api.Options.MaxTake).Is(out var paging, out var problem)) return problem;
        if (!ContentQuery.Read(request, api.Allowed).Is(out var query, out problem)) return problem;
        if (!request.Choice().Is(out var choice, out problem)) return problem;
        return Answer.Page(request, api, query.Items.Count, query.Page(request.Content, paging), (item, rendering) => ContentFragment.WriteResponse(item, rendering, choice.Value));
    });

    public Task ItemAsync(HttpContext http) => Answer.SendAsync(http, api, media: false, request =>
    {
        var (startItem, problem) = request.StartItem();
        if (problem is not null) return problem;

        var path = Targets.PathValue(http);
        if (Guid.TryParse(path.Trim('/'), out var key)) return Item(request, Targets.ContentByKey(request, key), request.Culture);
        return Targets.ContentAt(request, path, startItem?.Key) switch
        {
            RouteMatch.Found found => Item(request, found.Item, found.Culture),
            RouteMatch.Moved moved when api.Allowed.Allows(moved.Item) => Answer.Redirect(request, moved),
            _ => DeliveryProblem.NotFound,
        };
    });

    public Task ItemsAsync(HttpContext http) => Answer.SendAsync(http, api, media: false, request =>
    {
        if (!Keys.Read(http.Request.Query["id"]).Is(out var keys, out var problem)) return problem;
        if (request.StartItem().Problem is { } noStart) return noStart;
        if (!request.Choice().Is(out var choice, out problem)) return problem;
        var items = keys.Select(key => Targets.ContentByKey(request, key)).OfType<PublishedItem>().Where(api.Allowed.Allows);
        return Answer.Array(request, api, items, (item, rendering) => ContentFragment.WriteResponse(item, rendering, choice.Value));
    });

    private Outcome<Answer> Item(DeliveryRequest request, PublishedItem? item, string culture)
    {
        if (item is null || !api.Allowed.Allows(item)) return DeliveryProblem.NotFound;
        if (!request.Choice().Is(out var choice, out var problem)) return problem;
        var rendering = request.Rendering(api, culture);
        ContentFragment.WriteResponse(item, rendering, choice.Value);
        return Answer.Of(rendering);
    }
}
