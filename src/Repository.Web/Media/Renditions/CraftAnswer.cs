using Microsoft.Net.Http.Headers;
using Microsoft.Win32.SafeHandles;
using Repository.Web.Delivery;
using Repository.Web.Media.Renditions.Keeping;
using Repository.Web.Media.Renditions.Making;

namespace Repository.Web.Media.Renditions;

/// <summary>
/// Sends something that is made when it is asked for. An address with its version in it may be kept without asking again; any other is asked after each time.
/// </summary>
internal static class CraftAnswer
{
    private const string Forever = "public, max-age=604800, immutable";
    private const string AskEachTime = "public, no-cache";

    /// <summary>Seconds after which it is worth asking again.</summary>
    private const string Patience = "120";

    public static async Task SendAsync(HttpContext http, ICraft craft, string fileName, RenditionMaking making, DeliveryProblem notNow)
    {
        var tag = new EntityTagHeaderValue($"\"{craft.Key[..32]}\"");
        // Known before anything is made: whoever has it already need not wait for it to be made again.
        if (http.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false)))
        {
            Keepable(http, craft, tag);
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        for (var attempt = 0; attempt < 2; attempt++)
        {
            if (await making.MakeAsync(craft, http.RequestAborted) is not { } made) break;
            if (made.Open() is { } file)
            {
                await SendAsync(http, made, file, (craft, fileName), tag);
                return;
            }

            // Cleared away before it was opened: it is made once more.
            making.Forget(made);
        }

        await SendNotNowAsync(http, notNow);
    }

    public static Task SendNotNowAsync(HttpContext http, DeliveryProblem notNow)
    {
        http.Response.Headers.RetryAfter = Patience;
        http.Response.Headers.CacheControl = "no-store";
        return notNow.SendAsync(http);
    }

    private static Task SendAsync(HttpContext http, Rendition made, SafeFileHandle file, (ICraft Craft, string FileName) asked, EntityTagHeaderValue tag)
    {
        Keepable(http, asked.Craft, tag);
        MediaFiles.Harden(http.Response.Headers, made.Format == KeptFormat.Pdf);
        var isShown = made.Format != KeptFormat.Zip && !http.Request.Query.ContainsKey("descargar");
        if (isShown) http.Response.Headers.ContentDisposition = $"inline; filename=\"{asked.FileName}\"";
        return TypedResults.Stream(new FileStream(file, FileAccess.Read), made.Format.ContentType, isShown ? null : asked.FileName, entityTag: tag, enableRangeProcessing: true).ExecuteAsync(http);
    }

    /// <summary>An address is kept without asking only when it names this very version: a made-up one, or one that another node is ahead with, is not.</summary>
    private static void Keepable(HttpContext http, ICraft craft, EntityTagHeaderValue tag)
    {
        http.Response.Headers.ETag = tag.ToString();
        http.Response.Headers.CacheControl = http.Request.Query["v"] == craft.Version ? Forever : AskEachTime;
    }
}
