using System.Globalization;
using Repository.Core.Publishing;
using Repository.Web.Delivery.Rendering;

namespace Repository.Web.Delivery;

/// <summary>A finished answer: a body, or the address an item moved to.</summary>
internal sealed record Answer(ResponseBody? Body)
{
    private const string VaryOfContent = "Accept-Language, Accept-Segment, Preview, Start-Item";

    /// <summary>Access, the entity tag and the way out are the same for every endpoint; what is answered is the handler's part.</summary>
    public static async Task SendAsync(HttpContext http, DeliveryApi api, bool media, Func<DeliveryRequest, Outcome<Answer>> handle)
    {
        var response = http.Response;
        if (!media) response.Headers.Vary = VaryOfContent;
        if (!(await DeliveryRequest.ReadAsync(http, api, media)).Is(out var request, out var problem))
        {
            response.Headers.CacheControl = "no-store";
            await problem.SendAsync(http);
            return;
        }

        if (request.Preview || request.OpenedByKey) response.Headers.CacheControl = "no-store";

        // Only an answer with content has ever had a tag, and whoever knows it would be sent the same again: it need not be made.
        var tag = EntityTag.Of(request, api);
        if (EntityTag.Knows(http.Request, tag))
        {
            NotModified(response, tag);
            return;
        }

        if (!handle(request).Is(out var answer, out problem))
        {
            await problem.SendAsync(http);
            return;
        }

        if (answer.Body is not { } body) return;
        if (EntityTag.KnowsAny(http.Request))
        {
            NotModified(response, tag);
            return;
        }

        response.Headers.ETag = tag;
        await body.SendAsync(response, http.RequestAborted);
    }

    private static void NotModified(HttpResponse response, string tag)
    {
        response.Headers.ETag = tag;
        response.StatusCode = StatusCodes.Status304NotModified;
    }

    /// <summary>What was rendered, unless it could not be rendered as it was asked for.</summary>
    public static Outcome<Answer> Of(RenderingPass rendering) => rendering.IsCutShort ? DeliveryProblem.ExpandTooLong : new Answer(rendering.Body);

    public static Outcome<Answer> Page(
        DeliveryRequest request, DeliveryApi api, int total, IEnumerable<PublishedItem> page, Action<PublishedItem, RenderingPass> write)
    {
        var rendering = request.Rendering(api, request.Culture);
        rendering.Body.Add(string.Create(CultureInfo.InvariantCulture, $"{{\"total\":{total},\"items\":"));
        WriteArray(rendering, page, write);
        rendering.Body.Add(JsonText.CloseObject);
        return Of(rendering);
    }

    public static Outcome<Answer> Array(DeliveryRequest request, DeliveryApi api, IEnumerable<PublishedItem> items, Action<PublishedItem, RenderingPass> write)
    {
        var rendering = request.Rendering(api, request.Culture);
        WriteArray(rendering, items, write);
        return Of(rendering);
    }

    /// <summary>The new address is a route path, not an address of the API; two headers name the start item.</summary>
    public static Outcome<Answer> Redirect(DeliveryRequest request, RouteMatch.Moved moved)
    {
        var fragment = ContentFragment.Of(moved.Item, request.Snapshot, moved.Culture);
        var response = request.Http.Response;
        response.StatusCode = StatusCodes.Status301MovedPermanently;
        response.Headers.Location = Uri.EscapeDataString(fragment.Path).Replace("%2F", "/", StringComparison.Ordinal);
        response.Headers["Location-Start-Item-Path"] = Uri.EscapeDataString(fragment.StartItemPath);
        response.Headers["Location-Start-Item-Id"] = moved.Item.RootKey.ToString();
        return new Answer(Body: null);
    }

    private static void WriteArray(RenderingPass rendering, IEnumerable<PublishedItem> items, Action<PublishedItem, RenderingPass> write)
    {
        rendering.Body.Add(JsonText.OpenArray);
        var first = true;
        foreach (var item in items)
        {
            if (rendering.IsCutShort) return;
            if (!first) rendering.Body.Add(JsonText.Comma);
            first = false;
            write(item, rendering);
        }

        rendering.Body.Add(JsonText.CloseArray);
    }
}
