using Repository.Web.Delivery;
using Repository.Web.Site.Reading;

namespace Repository.Web.Site.Serving;

/// <summary>
/// Whoever has an answer of this very state of the content, made since the clock last changed anything that is told of it, gets no other: nothing is made then. The time is that
/// at which reading began: an answer may be newer than its tag says, never older.
/// </summary>
internal static class Freshness
{
    /// <param name="besides">What else the answer depends on.</param>
    public static bool IsKnown(HttpContext http, SiteReader reader, DeliveryApi delivery, string besides = "")
    {
        var tag = EntityTag.Of(http.Request, reader.Searchable, besides.Length == 0 ? delivery.Fingerprint : $"{delivery.Fingerprint} {besides}", reader.Almanac.Turn(reader.Now));
        http.Response.Headers.ETag = tag;
        http.Response.Headers.CacheControl = "public, no-cache";
        if (!EntityTag.Knows(http.Request, tag)) return false;
        http.Response.StatusCode = StatusCodes.Status304NotModified;
        return true;
    }
}
