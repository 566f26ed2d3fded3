using Repository.Web.Delivery;
using Repository.Web.Media.Renditions.Commands;
using Repository.Web.Media.Renditions.Headers;
using Repository.Web.Media.Renditions.Keeping;
using Repository.Web.Media.Renditions.Making;

namespace Repository.Web.Media.Renditions;

/// <summary>Answers addresses of media that ask for a rendition. Whatever cannot or need not be one is left to the file server.</summary>
internal sealed class RenditionServing(RenditionOptions options, RenditionCache cache, RenditionMemory memory, RenditionMaking making)
{
    private static readonly DeliveryProblem Unsigned = new(StatusCodes.Status400BadRequest, "Bad Request", "Esta dirección pide una imagen transformada y su firma falta o no vale.", "https://tools.ietf.org/html/rfc9110#section-15.5.1")
    {
        Code = "signatureRequired",
    };

    /// <summary>False when the original is to be served.</summary>
    public async Task<bool> AnswerAsync(HttpContext http, PublicFile file)
    {
        var commands = RenditionCommands.Read(http.Request.Query);
        if (commands.Known.IsEmpty || !IsRead(http.Request.Method)) return false;
        if (options.HmacKey.Length > 0 && !RenditionSignature.IsGood(options.HmacKey, http.Request.PathBase, http.Request.Path, commands))
        {
            await Unsigned.SendAsync(http);
            return true;
        }

        var request = RenditionRequest.Read(commands, options.MaxWidth, options.MaxHeight);
        return !request.AsksNothing && await AnswerAsync(http, new RenditionOrder(file, request), commands.IsPinned);
    }

    private async Task<bool> AnswerAsync(HttpContext http, RenditionOrder order, bool isPinned)
    {
        // Found, it may be cleared away before it is opened: then it is made once more.
        for (var attempt = 0; attempt < 2; attempt++)
        {
            if ((cache.Find(order.Key) ?? await MakeAsync(http, order)) is not { } rendition) break;
            if (await SendAsync(http, rendition, isPinned)) return true;
            cache.Forget(rendition);
        }

        return false;
    }

    /// <summary>False when its file is gone.</summary>
    private async Task<bool> SendAsync(HttpContext http, Rendition rendition, bool isPinned)
    {
        if (memory.Find(rendition) is { } known)
        {
            await RenditionAnswer.SendAsync(http, rendition, known, isPinned);
            return true;
        }

        using var opened = rendition.Open();
        if (opened is null) return false;
        if (rendition.Length > RenditionMemory.Largest)
        {
            await RenditionAnswer.SendAsync(http, rendition, opened, isPinned);
            return true;
        }

        var bytes = new byte[rendition.Length];
        if (RandomAccess.Read(opened, bytes, 0) < bytes.Length) return false;
        memory.Keep(rendition, bytes);
        await RenditionAnswer.SendAsync(http, rendition, bytes, isPinned);
        return true;
    }

    /// <summary>Null for files that are no pictures, whatever their name, and for pictures of which nothing can be made now: nobody keeps those for long.</summary>
    private async Task<Rendition?> MakeAsync(HttpContext http, RenditionOrder order)
    {
        if (ImageHeader.Read(order.File.Path) is not { } header) return null;
        var made = await making.MakeAsync(order, header, http.RequestAborted);
        if (made is null) http.Response.Headers.CacheControl = "no-cache";
        return made;
    }

    private static bool IsRead(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method);
}
