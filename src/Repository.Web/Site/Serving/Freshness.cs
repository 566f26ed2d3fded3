using Repository.Web.Delivery;
using Repository.Web.Live;

namespace Repository.Web.Site.Serving;

/// <summary>Whoever has an answer of this very state of the content gets no other: nothing is made then.</summary>
internal static class Freshness
{
    /// <param name="besides">What else the answer depends on.</param>
    public static bool IsKnown(HttpContext http, Searchable searchable, DeliveryApi delivery, long besides = 0)
    {
        var tag = EntityTag.Of(http.Request, searchable, besides == 0 ? delivery.Fingerprint : $"{delivery.Fingerprint} {besides}");
        http.Response.Headers.ETag = tag;
        http.Response.Headers.CacheControl = "public, no-cache";
        if (!EntityTag.Knows(http.Request, tag)) return false;
        http.Response.StatusCode = StatusCodes.Status304NotModified;
        return true;
    }
}
