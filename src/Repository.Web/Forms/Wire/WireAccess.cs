using System.Security.Cryptography;
using System.Text;
using Repository.Core.Publishing;
using Repository.Web.Delivery;
using Repository.Web.Forms.Receiving;

namespace Repository.Web.Forms.Wire;

/// <summary>Who may see and send what over the wire.</summary>
internal sealed class WireAccess(FormOptions options, DeliveryOptions delivery)
{
    public const string KeyHeader = "Api-Key";

    /// <summary>A program that shows the configured key needs nothing that only browsers have.</summary>
    public bool HasKey(HttpRequest request) =>
        options.ApiKey.Length > 0
        && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(request.Headers[KeyHeader].ToString())), SHA256.HashData(Encoding.UTF8.GetBytes(options.ApiKey)));

    /// <summary>The form of the address, as far as whoever asks may come to it; null otherwise.</summary>
    public LiveForm? Find(HttpContext http, PublishedSnapshot snapshot, FormBook book) =>
        Guid.TryParse(http.Request.RouteValues["id"] as string, out var id)
        && (delivery.PublicAccess || HasKey(http.Request))
        && PublishedForms.Of(snapshot).Has(id)
            ? book.Find(id)
            : null;

    /// <summary>The culture that was asked for, where it is one of the repository's; English of any kind is told in English.</summary>
    public static string Culture(string? asked, PublishedSnapshot snapshot) =>
        asked is { Length: > 0 } && snapshot.Schema.KnownTag(asked) is { } known ? known : snapshot.Schema.DefaultLanguage.Tag;
}
