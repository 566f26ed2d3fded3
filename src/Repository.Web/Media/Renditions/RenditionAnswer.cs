using Microsoft.AspNetCore.Http.Headers;
using Microsoft.Net.Http.Headers;
using Microsoft.Win32.SafeHandles;
using Repository.Web.Media.Renditions.Keeping;

namespace Repository.Web.Media.Renditions;

/// <summary>Sends a rendition. It may be kept for a week; at an address with a version in it, without ever asking again.</summary>
internal static class RenditionAnswer
{
    private const string ForAWeek = "public, must-revalidate, max-age=604800";
    private const string ForAWeekUnasked = "public, max-age=604800, immutable";
    private const int Portion = 64 * 1024;

    public static Task SendAsync(HttpContext http, Rendition rendition, SafeFileHandle file, bool isPinned) =>
        HasBody(http, rendition, isPinned) ? CopyAsync(file, rendition.Length, http) : Task.CompletedTask;

    public static Task SendAsync(HttpContext http, Rendition rendition, byte[] bytes, bool isPinned) =>
        HasBody(http, rendition, isPinned) ? http.Response.BodyWriter.WriteAsync(bytes, http.RequestAborted).AsTask() : Task.CompletedTask;

    /// <summary>Writes the head of the answer.</summary>
    private static bool HasBody(HttpContext http, Rendition rendition, bool isPinned)
    {
        var response = http.Response;
        response.ContentType = rendition.Format.ContentType;
        MediaFiles.Harden(response.Headers, isPdf: false);
        response.Headers.CacheControl = isPinned ? ForAWeekUnasked : ForAWeek;
        response.Headers.ETag = rendition.Tag;
        response.Headers.LastModified = HeaderUtilities.FormatDate(rendition.Made);
        if (IsKnown(http.Request.GetTypedHeaders(), rendition))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return false;
        }

        response.ContentLength = rendition.Length;
        return !HttpMethods.IsHead(http.Request.Method);
    }

    private static bool IsKnown(RequestHeaders request, Rendition rendition)
    {
        if (request.IfNoneMatch is { Count: > 0 } tags) return tags.Any(tag => tag.Tag == "*" || tag.Tag == rendition.Tag);
        return request.IfModifiedSince is { } since && rendition.Made < since.AddSeconds(1);
    }

    /// <summary>From the file into the buffers of the connection, without one in between.</summary>
    private static async Task CopyAsync(SafeFileHandle file, long length, HttpContext http)
    {
        for (long position = 0; position < length;)
        {
            var portion = (int)Math.Min(Portion, length - position);
            var read = RandomAccess.Read(file, http.Response.BodyWriter.GetSpan(portion)[..portion], position);
            if (read == 0) throw new EndOfStreamException("A rendition is shorter than it was.");
            http.Response.BodyWriter.Advance(read);
            position += read;
            await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
        }
    }
}
