using Repository.Web.Delivery;
using Repository.Web.Live;
using Repository.Web.Media.Renditions;
using Repository.Web.Media.Renditions.Making;
using Repository.Web.Operations;

namespace Repository.Web.Media.Kits;

/// <summary>Answers <c>/kits/{id}.zip</c> and <c>/kits/{id}/{file}</c>.</summary>
internal static class KitEndpoints
{
    private const string Zip = ".zip";

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

        await CraftAnswer.SendAsync(http, craft, name, making, NotNow);
    }
}
