namespace Repository.Web.Operations;

/// <summary>The site as whoever asks calls it, with a slash at the end.</summary>
internal static class SiteOrigin
{
    /// <summary>A client may name no host at all, or none that is one; it gets an address all the same.</summary>
    private static readonly Uri Nameless = new("http://localhost/");

    public static Uri Of(HttpContext http) =>
        Uri.TryCreate($"{http.Request.Scheme}://{http.Request.Host.Value}{http.Request.PathBase.ToUriComponent()}/", UriKind.Absolute, out var site) && site.Host.Length > 0 ? site : Nameless;
}
