using System.Net;
using Repository.Core.Content;
using Repository.Core.Publishing;

namespace Repository.Web.Delivery.Queries;

/// <summary>Finds the item an address or a selector names: by key, by path, by preview path.</summary>
internal static class Targets
{
    public static RouteMatch ContentAt(DeliveryRequest request, string path, Guid? startItem)
    {
        if (request.Preview && PreviewPath.KeyIn(path) is { } key)
        {
            return ContentByKey(request, key) is { } item ? new RouteMatch.Found(item, request.Culture) : RouteMatch.Nothing;
        }

        return Routing.Match(request.Snapshot, path, request.RequestedCulture, startItem, request.HostCulture);
    }

    public static PublishedItem? ContentByKey(DeliveryRequest request, Guid key) => request.Snapshot.Find(ItemKind.Document, key, request.Culture);

    public static PublishedItem? MediaAt(DeliveryRequest request, string path)
    {
        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return segments.Length == 0 || segments.Any(segment => segment.Any(char.IsControl)) ? null : request.Media.AtPath($"/{string.Join('/', segments)}/");
    }

    /// <summary>
    /// The path after <c>item/</c>. Clients made from the OpenAPI document encode the whole of it, slashes too; then it is decoded once
    /// more as a whole, as Umbraco does.
    /// </summary>
    public static string PathValue(HttpContext http)
    {
        var value = http.Request.RouteValues["path"] as string ?? "";
        return value.Contains("%2f", StringComparison.OrdinalIgnoreCase) ? WebUtility.UrlDecode(value) : value;
    }
}
