using System.Security.Cryptography;
using System.Text;
using Repository.Web.Live;

namespace Repository.Web.Delivery;

/// <summary>
/// A tag that stays the same until content changes: the snapshot's place in the change log, the forms in force and everything in the request that the
/// answer depends on. It costs a hash of the address, not of the answer; a publication renews all tags.
/// </summary>
internal static class EntityTag
{
    public static string Of(DeliveryRequest request, DeliveryApi api)
    {
        var http = request.Http.Request;
        return Of(string.Join('\n', api.Fingerprint, request.Snapshot.Version, http.Path, http.QueryString, request.Culture, request.RequestedCulture is null, request.Preview, api.Forms?.Mark, http.Headers["Start-Item"], Unread(request.Searchable)));
    }

    /// <summary>For answers that depend on nothing but the address, the content, what of its files has been read by now and, where they tell what follows the clock, how far that has come.</summary>
    public static string Of(HttpRequest request, Searchable searchable, string fingerprint, int turn = 0) =>
        Of(string.Join('\n', fingerprint, searchable.Snapshot.Version, turn, request.Path, request.QueryString, Unread(searchable)));

    private static string Unread(Searchable? searchable) => searchable is null ? "" : string.Join(' ', searchable.AwaitedTerms);

    private static string Of(string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        return $"W/\"{Convert.ToHexStringLower(hash[..12])}\"";
    }

    /// <summary>Does the client have this very answer? Tags are compared weakly, as for every question of this kind.</summary>
    public static bool Knows(HttpRequest request, string tag) => Given(request).Any(given => Weak(given) == tag);

    /// <summary>Is the client content with any answer it has, whatever its tag?</summary>
    public static bool KnowsAny(HttpRequest request) => Given(request).Contains("*");

    private static string[] Given(HttpRequest request) =>
        request.Headers.IfNoneMatch is { Count: > 0 } given ? given.ToString().Split(',', StringSplitOptions.TrimEntries) : [];

    private static string Weak(string tag) => tag.StartsWith("W/", StringComparison.Ordinal) ? tag : $"W/{tag}";
}
