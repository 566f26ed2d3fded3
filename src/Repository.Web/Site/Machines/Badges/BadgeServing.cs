using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Repository.Web.Delivery;
using Repository.Web.Media.Renditions.Making;
using Repository.Web.Site.Reading;

namespace Repository.Web.Site.Machines.Badges;

/// <summary>Sends badges, and says how long what they tell is true: until the clock changes it, and never longer than an hour, for a recognition may be revoked.</summary>
internal sealed class BadgeServing(RenditionMaking making, Vips vips, TimeProvider clock)
{
    private const int LongestSeconds = 3600;

    private static readonly DeliveryProblem NotNow = new(StatusCodes.Status503ServiceUnavailable, "Service Unavailable", "Esta imagen no se puede preparar en este momento. Usa la insignia en SVG.", "https://tools.ietf.org/html/rfc9110#section-15.6.4")
    {
        Code = "badgeUnavailable",
    };

    public Task SendAsync(HttpContext http, SiteReader reader, SeenItem item, string format)
    {
        if (Badge.Of(reader.Values(item)) is not { } badge) return MachineAnswers.NotThere.SendAsync(http);
        // Others show it and ask for it by scripts: it is as public as the page.
        http.Response.Headers.AccessControlAllowOrigin = "*";
        var json = badge.Json(item, reader);
        var tag = $"W/\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{format}\n{badge}\n{json}")).AsSpan(0, 12))}\"";
        var changes = reader.Almanac.Recognition(item.Item.Key)!.ChangesAt(reader.Now);
        Keepable(http.Response.Headers, changes, tag);
        if (EntityTag.Knows(http.Request, tag))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        return format switch
        {
            "svg" => SendAsync(http, badge.Draw(), "image/svg+xml; charset=utf-8"),
            "json" => SendAsync(http, json, "application/json; charset=utf-8"),
            _ => SendPictureAsync(http, badge, changes, tag),
        };
    }

    /// <summary>Whole seconds, rounded down: it may be asked for early, never late.</summary>
    private void Keepable(IHeaderDictionary headers, DateTimeOffset? changes, string tag)
    {
        var left = changes is { } change ? (change - clock.GetUtcNow()).TotalSeconds : LongestSeconds;
        var seconds = Math.Clamp(Math.Floor(left), 0, LongestSeconds);
        headers.CacheControl = string.Create(CultureInfo.InvariantCulture, $"public, max-age={seconds}, must-revalidate");
        headers.ETag = tag;
    }

    private static async Task SendAsync(HttpContext http, string text, string type)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        http.Response.ContentType = type;
        http.Response.ContentLength = bytes.Length;
        await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
    }

    private async Task SendPictureAsync(HttpContext http, Badge badge, DateTimeOffset? changes, string tag)
    {
        for (var attempt = 0; attempt < 2; attempt++)
        {
            if (await making.MakeAsync(new BadgeCraft(badge, vips), http.RequestAborted) is not { } made) break;
            if (made.Open() is { } file)
            {
                await using var stream = new FileStream(file, FileAccess.Read);
                // To make it took its time.
                Keepable(http.Response.Headers, changes, tag);
                http.Response.ContentType = made.Format.ContentType;
                http.Response.ContentLength = stream.Length;
                await stream.CopyToAsync(http.Response.Body, http.RequestAborted);
                return;
            }

            making.Forget(made);
        }

        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.ETag = default;
        await NotNow.SendAsync(http);
    }
}
