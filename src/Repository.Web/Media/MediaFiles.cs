using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Repository.Core.Content;
using Repository.Core.Publishing;
using Repository.Web.Delivery.Rendering;
using Repository.Web.Live;
using Repository.Web.Operations;

namespace Repository.Web.Media;

/// <summary>Serves the files of published media untouched at their address, with entity tags and ranges. A file whose item is not published does not exist.</summary>
internal static class MediaFiles
{
    private const string Prefix = "/media";
    private const string Policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

    public static void UseMediaFiles(this WebApplication app, RepositoryOptions options)
    {
        Directory.CreateDirectory(options.MediaPath);
        var live = app.Services.GetRequiredService<LiveContent>();
        var files = new StaticFileOptions
        {
            RequestPath = Prefix,
            FileProvider = new PhysicalFileProvider(options.MediaPath),
            ContentTypeProvider = ContentTypes(),
            ServeUnknownFileTypes = true,
            DefaultContentType = "application/octet-stream",
            OnPrepareResponse = Harden,
        };
        app.UseWhen(
            http => http.Request.Path.StartsWithSegments(Prefix),
            media =>
            {
                media.Use((http, next) => IsPublished(live.Current, http.Request.Path.Value) ? next(http) : NotFound(http));
                media.Use((http, next) =>
                {
                    CompareWeakly(http.Request);
                    return next(http);
                });
                media.UseStaticFiles(files);
            });
    }

    private static bool IsPublished(PublishedSnapshot snapshot, string? path) => path is not null &&
        snapshot.View(ItemKind.Media, "").Kept.Get("", snapshot, static snapshot => new PublishedFiles(snapshot)).Urls.Contains(path);

    /// <summary>A cache may hand back a tag as a weak one; the question whether a file is known asks no more, though the file server does.</summary>
    private static void CompareWeakly(HttpRequest request)
    {
        if (request.Headers.IfNoneMatch is { Count: > 0 } given) request.Headers.IfNoneMatch = given.ToString().Replace("W/\"", "\"", StringComparison.Ordinal);
    }

    private static Task NotFound(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private static FileExtensionContentTypeProvider ContentTypes()
    {
        var types = new FileExtensionContentTypeProvider();
        types.Mappings[".csv"] = "text/csv; charset=utf-8";
        types.Mappings[".vtt"] = "text/vtt; charset=utf-8";
        // A stored page would run as part of this site.
        foreach (var extension in (string[])[".htm", ".html", ".xhtml", ".js", ".mjs", ".xml"]) types.Mappings.Remove(extension);
        return types;
    }

    /// <summary>An SVG opened by itself may hold scripts: it may run none and fetch nothing. A PDF in a sandbox is one that browsers refuse to show.</summary>
    private static void Harden(StaticFileResponseContext file)
    {
        var headers = file.Context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = file.Context.Response.ContentType == "application/pdf" ? Policy : $"{Policy}; sandbox";
    }

    private sealed class PublishedFiles(PublishedSnapshot snapshot)
    {
        public HashSet<string> Urls { get; } = Read(snapshot.View(ItemKind.Media, "")).ToHashSet(StringComparer.Ordinal);

        private static IEnumerable<string> Read(TreeView media) =>
            Enumerable.Range(0, media.Count).Select(ordinal => MediaFragment.Of(media[ordinal], media.Snapshot).Url).Where(url => url.Length > 0);
    }
}
