using Microsoft.Net.Http.Headers;
using Repository.Web.Media.Renditions;

namespace Repository.Web.Media;

/// <summary>Serves the files of published media at their address: renditions to who asks for one, otherwise the file untouched, with entity tags and ranges.</summary>
internal static class MediaFiles
{
    private const string Policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

    /// <summary>An address that names a version never means anything else; any other is asked after each time.</summary>
    private const string Forever = "public, max-age=604800, immutable";
    private const string AskEachTime = "public, no-cache";

    public static void UseMediaFiles(this WebApplication app)
    {
        var files = app.Services.GetRequiredService<PublicFiles>();
        var renditions = app.Services.GetRequiredService<RenditionServing>();
        app.UseWhen(http => http.Request.Path.StartsWithSegments(MediaAddress.Prefix, StringComparison.OrdinalIgnoreCase), media => media.Run(http => ServeAsync(http, files, renditions)));
    }

    private static Task ServeAsync(HttpContext http, PublicFiles files, RenditionServing renditions)
    {
        if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method))
        {
            http.Response.Headers.Allow = "GET, HEAD";
            http.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return Task.CompletedTask;
        }

        if (files.Find(http.Request.Path.Value) is { } file) return AnswerAsync(http, file, renditions);
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private static async Task AnswerAsync(HttpContext http, PublicFile file, RenditionServing renditions)
    {
        if (!await renditions.AnswerAsync(http, file)) await SendAsync(http, file);
    }

    private static Task SendAsync(HttpContext http, PublicFile file)
    {
        Harden(http.Response.Headers, file.IsPdf);
        // Where a rendition could not be made the original may not be kept in its place.
        if (http.Response.Headers.CacheControl.Count == 0) http.Response.Headers.CacheControl = http.Request.Query.ContainsKey("v") || http.Request.Query.ContainsKey("rnd") ? Forever : AskEachTime;
        var name = file.IsShown ? null : http.Request.Path.Value!.Split('/')[^1];
        return TypedResults.PhysicalFile(file.Path, file.ContentType, name, file.LastModified, new EntityTagHeaderValue($"\"{file.Identity}\""), enableRangeProcessing: true).ExecuteAsync(http);
    }

    /// <summary>An SVG opened by itself may hold scripts: it may run none and fetch nothing. A PDF in a sandbox is one that browsers refuse to show.</summary>
    internal static void Harden(IHeaderDictionary headers, bool isPdf)
    {
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = isPdf ? Policy : $"{Policy}; sandbox";
    }
}
