using Microsoft.Net.Http.Headers;

namespace Repository.Web.Media;

/// <summary>Serves the files of published media untouched at their address, with entity tags and ranges.</summary>
internal static class MediaFiles
{
    private const string Policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

    /// <summary>An address that names a version never means anything else; any other is asked after each time.</summary>
    private const string Forever = "public, max-age=604800, immutable";
    private const string AskEachTime = "public, no-cache";

    public static void UseMediaFiles(this WebApplication app)
    {
        var files = app.Services.GetRequiredService<PublicFiles>();
        app.UseWhen(http => http.Request.Path.StartsWithSegments(MediaAddress.Prefix, StringComparison.OrdinalIgnoreCase), media => media.Run(http => ServeAsync(http, files)));
    }

    private static Task ServeAsync(HttpContext http, PublicFiles files)
    {
        if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method))
        {
            http.Response.Headers.Allow = "GET, HEAD";
            http.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return Task.CompletedTask;
        }

        if (files.Find(http.Request.Path.Value) is { } file) return SendAsync(http, file);
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private static Task SendAsync(HttpContext http, PublicFile file)
    {
        Harden(http.Response.Headers, file);
        http.Response.Headers.CacheControl = http.Request.Query.ContainsKey("v") || http.Request.Query.ContainsKey("rnd") ? Forever : AskEachTime;
        var name = file.IsShown ? null : http.Request.Path.Value!.Split('/')[^1];
        return TypedResults.PhysicalFile(file.Path, file.ContentType, name, file.LastModified, new EntityTagHeaderValue($"\"{file.Identity}\""), enableRangeProcessing: true).ExecuteAsync(http);
    }

    /// <summary>An SVG opened by itself may hold scripts: it may run none and fetch nothing. A PDF in a sandbox is one that browsers refuse to show.</summary>
    private static void Harden(IHeaderDictionary headers, PublicFile file)
    {
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = file.IsPdf ? Policy : $"{Policy}; sandbox";
    }
}
