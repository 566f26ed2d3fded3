using System.Buffers.Text;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.DataProtection;

namespace Repository.Web.Forms.Receiving;

/// <summary>
/// What a page with a form must bring back, sealed: that the form came from here and to this browser, when it was begun, what the attempt is called and
/// which files were kept on the way. It is the antiforgery token of these pages.
/// </summary>
/// <param name="Browser">The hash of the secret in the browser's cookie.</param>
/// <param name="Link">The secret part of the private link the entry will have; nobody but the sealed ticket knows it before.</param>
/// <param name="IsBegun">Is there a draft behind that link, or an entry its sender was asked to complete?</param>
internal sealed record FormTicket(Guid Form, string Hash, string Browser, Guid Attempt, DateTimeOffset Since, string Link, bool IsBegun, Guid? Content)
{
    public ImmutableArray<KeptUpload> Uploads { get; init; } = [];
}

/// <summary>A file that was kept before its entry is: it lies among the private files until the entry names it, or is erased.</summary>
internal sealed record KeptUpload(string Alias, Guid Key, string Name, string MediaType, long Length, string Hash);

/// <summary>Seals and opens tickets with the keys of the data folder.</summary>
internal sealed class FormTickets(IDataProtectionProvider keys, TimeProvider clock)
{
    /// <summary>Long enough to ask in the assembly first; files that wait longer for their entry are erased.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(24);

    private const int LongestSeal = 64 * 1024;
    private const int SecretBytes = 32;

    private readonly IDataProtector _protector = keys.CreateProtector("Repository.FormTicket");

    public static string NewSecret() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));

    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(secret)));

    public string Seal(FormTicket ticket) => Base64Url.EncodeToString(_protector.Protect(JsonSerializer.SerializeToUtf8Bytes(ticket, FormTicketJson.Default.FormTicket)));

    /// <summary>Null for what is no ticket of ours, is too old, is for another form or was given to another browser.</summary>
    public FormTicket? Open(string seal, Guid form, string? secret)
    {
        if (seal.Length is 0 or > LongestSeal || string.IsNullOrEmpty(secret) || Read(seal) is not { } ticket) return null;
        var isOurs = ticket.Form == form && CryptographicOperations.FixedTimeEquals(Convert.FromHexString(ticket.Browser), Convert.FromHexString(HashOf(secret)));
        return isOurs && clock.GetUtcNow() - ticket.Since < Life ? ticket : null;
    }

    private FormTicket? Read(string seal)
    {
        try
        {
            return JsonSerializer.Deserialize(_protector.Unprotect(Base64Url.DecodeFromChars(seal)), FormTicketJson.Default.FormTicket);
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or FormatException or JsonException)
        {
            return null;
        }
    }
}

[JsonSerializable(typeof(FormTicket))]
internal sealed partial class FormTicketJson : JsonSerializerContext;
