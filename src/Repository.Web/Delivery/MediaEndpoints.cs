using Repository.Core.Content;
using Repository.Core.Publishing;
using Repository.Web.Delivery.Queries;
using Repository.Web.Delivery.Rendering;

namespace Repository.Web.Delivery;

/// <summary>Children of media folders, one media item by key or name path, several by key.</summary>
internal sealed class MediaEndpoints(DeliveryApi api)
{
    public Task ListAsync(HttpContext http) => Answer.SendAsync(http, api, media: true, request =>
    {
        if (!Paging.Read(http.Request.Query, api.Options.MaxTake).Is(out var paging, out var problem)) return problem;
        if (!MediaQuery.Read(request).Is(out var query, out problem)) return problem;
        if (!request.Choice().Is(out var choice, out problem)) return problem;
        return Answer.Page(request, api, query.Items.Count, request.Media.Page(query.Items, query.Sorts, paging.Skip, paging.Take), (item, rendering) => MediaFragment.WriteResponse(item, rendering, choice.Value));
    });

    public Task ItemAsync(HttpContext http) => Answer.SendAsync(http, api, media: true, request =>
    {
        var path = Targets.PathValue(http);
        var item = Guid.TryParse(path.Trim('/'), out var key) ? request.Snapshot.Find(ItemKind.Media, key, request.Culture) : Targets.MediaAt(request, path);
        if (item is null) return DeliveryProblem.NotFound;
        if (!request.Choice().Is(out var choice, out var problem)) return problem;
        var rendering = request.Rendering(api, request.Culture);
        MediaFragment.WriteResponse(item, rendering, choice.Value);
        return Answer.Of(rendering);
    });

    public Task ItemsAsync(HttpContext http) => Answer.SendAsync(http, api, media: true, request =>
    {
        if (!Keys.Read(http.Request.Query["id"]).Is(out var keys, out var problem)) return problem;
        if (!request.Choice().Is(out var choice, out problem)) return problem;
        var items = keys.Select(key => request.Snapshot.Find(ItemKind.Media, key, request.Culture)).OfType<PublishedItem>();
        return Answer.Array(request, api, items, (item, rendering) => MediaFragment.WriteResponse(item, rendering, choice.Value));
    });
}
