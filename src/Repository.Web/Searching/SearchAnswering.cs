using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Repository.Web.Delivery;
using Repository.Web.Live;

namespace Repository.Web.Searching;

/// <summary>What all addresses of the search have in common: access, the entity tag of a snapshot, refusals, the way out.</summary>
internal static class SearchAnswering
{
    public static async Task SendAsync<T>(HttpContext http, LiveContent live, DeliveryApi delivery, Func<IQueryCollection, Searchable, Outcome<T>> answer, JsonTypeInfo<T> json)
        where T : class
    {
        if (!delivery.Options.Enabled || !delivery.Options.PublicAccess)
        {
            await DeliveryProblem.Unauthorized.SendAsync(http);
            return;
        }

        var searchable = await live.SearchableAsync(http.RequestAborted);
        var tag = EntityTag.Of(http.Request, searchable, delivery.Fingerprint);
        if (EntityTag.Knows(http.Request, tag))
        {
            http.Response.Headers.ETag = tag;
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        if (!answer(http.Request.Query, searchable).Is(out var found, out var problem))
        {
            await problem.SendAsync(http);
            return;
        }

        http.Response.Headers.ETag = tag;
        http.Response.ContentType = "application/json; charset=utf-8";
        await JsonSerializer.SerializeAsync(http.Response.Body, found, json, http.RequestAborted);
    }
}
