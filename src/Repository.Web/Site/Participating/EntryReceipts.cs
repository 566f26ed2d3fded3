using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.DataProtection;

namespace Repository.Web.Site.Participating;

/// <summary>
/// What the page of thanks tells after a browser was led there: sealed in a cookie of that page for half an hour, so that folio and private link stand in
/// no address. And that a survey was answered from a browser, which is all that is known of it.
/// </summary>
internal sealed class EntryReceipts(IDataProtectionProvider keys, TimeProvider clock)
{
    private const string Name = "participa-recibo";
    private const string AnsweredName = "participa-respondida";

    private static readonly TimeSpan Life = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan AnsweredLife = TimeSpan.FromDays(180);

    private readonly IDataProtector _protector = keys.CreateProtector("Repository.EntryReceipt");

    public void Give(HttpContext http, string path, string folio, string? link) => http.Response.Cookies.Append(
        Name,
        Base64Url.EncodeToString(_protector.Protect(JsonSerializer.SerializeToUtf8Bytes(new EntryReceipt(folio, link, clock.GetUtcNow()), EntryReceiptJson.Default.EntryReceipt))),
        Cookie(http, path, Life));

    public EntryReceipt? Read(HttpContext http)
    {
        if (http.Request.Cookies[Name] is not { Length: > 0 } cookie) return null;
        try
        {
            var receipt = JsonSerializer.Deserialize(_protector.Unprotect(Base64Url.DecodeFromChars(cookie)), EntryReceiptJson.Default.EntryReceipt);
            return receipt is not null && clock.GetUtcNow() - receipt.At < Life ? receipt : null;
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or FormatException or JsonException)
        {
            return null;
        }
    }

    public static void Remember(HttpContext http, string path) => http.Response.Cookies.Append(AnsweredName, "si", Cookie(http, path, AnsweredLife));

    public static bool HasAnswered(HttpContext http) => http.Request.Cookies[AnsweredName] is { Length: > 0 };

    private static CookieOptions Cookie(HttpContext http, string path, TimeSpan life) =>
        new() { HttpOnly = true, Secure = http.Request.IsHttps, SameSite = SameSiteMode.Lax, Path = path, MaxAge = life, IsEssential = true };
}

internal sealed record EntryReceipt(string Folio, string? Link, DateTimeOffset At);

[JsonSerializable(typeof(EntryReceipt))]
internal sealed partial class EntryReceiptJson : JsonSerializerContext;
