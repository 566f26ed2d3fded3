using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using Repository.Web.Delivery;
using Repository.Web.Delivery.Rendering;
using Repository.Web.Live;

namespace Repository.Web.Forms.Wire;

/// <summary><c>GET definitions/{id}</c>: a form that a published page or call points to, for whoever renders it.</summary>
internal sealed class DefinitionApi(FormBook book, LiveContent live, WireAccess access)
{
    public Task AnswerAsync(HttpContext http)
    {
        var snapshot = live.Current;
        if (access.Find(http, snapshot, book) is not { } form) return WireProblems.NotFound.SendAsync(http);
        var body = new ArrayBufferWriter<byte>(16 * 1024);
        using (var json = new Utf8JsonWriter(body, ResponseBody.JsonOptions))
        {
            DefinitionJson.Write(json, form.Definition, snapshot, WireAccess.Culture(http.Request.Query["culture"], snapshot));
        }

        return SendAsync(http, body.WrittenMemory);
    }

    private static async Task SendAsync(HttpContext http, ReadOnlyMemory<byte> body)
    {
        var tag = $"W/\"{Convert.ToHexStringLower(SHA256.HashData(body.Span)[..12])}\"";
        http.Response.Headers.ETag = tag;
        http.Response.Headers.CacheControl = "no-cache";
        if (EntityTag.Knows(http.Request, tag))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.ContentLength = body.Length;
        if (HttpMethods.IsGet(http.Request.Method)) await http.Response.Body.WriteAsync(body, http.RequestAborted);
    }
}
