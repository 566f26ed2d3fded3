using Microsoft.Net.Http.Headers;
using Microsoft.Win32.SafeHandles;
using Repository.Web.Delivery;
using Repository.Web.Live;
using Repository.Web.Media.Renditions.Keeping;
using Repository.Web.Media.Renditions.Making;
using Repository.Web.Operations;

namespace Repository.Web.Media.Kits;

/// <summary>Answers <c>/kits/{id}.zip</c> and <c>/kits/{id}/{file}</c>. An address with a version in it may be kept without asking again; any other is asked after each time.</summary>
internal static class KitEndpoints
{
    private const string Forever = "public, max-age=604800, immutable";
    private const string AskEachTime = "public, no-cache";
    private const string Zip = ".zip";

    /// <summary>Seconds after which it is worth asking again.</summary>
    private const string Patience = "120";

    private static readonly DeliveryProblem NotNow = new(StatusCodes.Status503ServiceUnavailable, "Service Unavailable", "Este archivo no se puede preparar en este momento. Intenta de nuevo en unos minutos; mientras tanto, el original sigue disponible en la ficha del material.", "https://tools.ietf.org/html/rfc9110#section-15.6.4")
    {
        Code = "kitUnavailable",
    };

    private static readonly DeliveryProblem NotThere = DeliveryProblem.NotFound with { Detail = "No hay ningún material público con este paquete.", Code = "kitNotFound" };

    public static void MapKits(this IEndpointRouteBuilder app)
    {
        string[] reading = [HttpMethods.Get, HttpMethods.Head];
        app.MapMethods("/kits/{name}", reading, ArchiveAsync);
        app.MapMethods("/kits/{key:guid}/{name}", reading, FileAsync);
    }

    private static Task ArchiveAsync(HttpContext http, string name, LiveContent live, MaterialKits kits, RenditionMaking making)
    {
        var isKey = Guid.TryParseExact(name.EndsWith(Zip, StringComparison.Ordinal) ? name[..^Zip.Length] : "", "D", out var key);
        return AnswerAsync(http, isKey ? kits.Zip(live.Current, key, SiteOrigin.Of(http)) : null, making);
    }

    private static Task FileAsync(HttpContext http, Guid key, string name, LiveContent live, MaterialKits kits, RenditionMaking making) => AnswerAsync(http, kits.File(live.Current, key, name), making);

    private static async Task AnswerAsync(HttpContext http, (ICraft Craft, string FileName)? found, RenditionMaking making)
    {
        if (found is not var (craft, name))
        {
            await NotThere.SendAsync(http);
            return;
        }

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
                await SendAsync(http, made, file, (craft, name), tag);
                return;
            }

            // Cleared away before it was opened: it is made once more.
            making.Forget(made);
        }

        http.Response.Headers.RetryAfter = Patience;
        http.Response.Headers.CacheControl = "no-store";
        await NotNow.SendAsync(http);
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
        http.Response.Headers.CacheControl = http.Request.Query["v"] == MaterialKits.VersionOf(craft) ? Forever : AskEachTime;
    }
}
