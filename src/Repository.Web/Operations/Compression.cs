using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Net.Http.Headers;

namespace Repository.Web.Operations;

/// <summary>Brotli and gzip at their fastest: an answer is worth a few milliseconds of a phone's connection, not of the server's.</summary>
internal static class Compression
{
    public static void AddCompression(this IServiceCollection services)
    {
        services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "application/problem+json", "image/svg+xml", "text/csv"];
        });
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Fastest);
    }

    public static void UseCompression(this WebApplication app)
    {
        app.Use((http, next) =>
        {
            http.Response.OnStarting(TellCaches, http.Response);
            return next(http);
        });
        app.UseResponseCompression();
    }

    /// <summary>Pictures are compressed as they are, but for those that are text.</summary>
    private static bool IsPicture(string? type) => type is not null && type.StartsWith("image/", StringComparison.Ordinal) && !type.StartsWith("image/svg", StringComparison.Ordinal);

    /// <summary>
    /// "Not modified" renews what a cache knows of an answer, so it must go on telling that the answer has an encoding; and a tag that
    /// several encodings share is a weak one, or parts of one would be joined to parts of another.
    /// </summary>
    private static Task TellCaches(object state)
    {
        var response = (HttpResponse)state;
        if (response.StatusCode == StatusCodes.Status304NotModified && response.HttpContext.Request.Headers.AcceptEncoding.Count > 0 && !IsPicture(response.ContentType))
        {
            response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        }

        if (response.Headers.ContentEncoding.Count > 0 && response.Headers.ETag.ToString().StartsWith('"')) response.Headers.ETag = $"W/{response.Headers.ETag}";
        return Task.CompletedTask;
    }
}
