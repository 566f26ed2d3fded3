namespace Repository.Web.Desk.Serving;

/// <summary>What browsers are told they may do with a page of the desk: run and fetch what is its own, show it in frames of its own, and keep none of it.</summary>
internal static class DeskHeaders
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; font-src 'self'; connect-src 'self'; frame-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'self'";

    public static void Harden(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = Policy;
        // As the antiforgery of ASP.NET Core has it, which otherwise complains and sets it itself.
        headers.CacheControl = "no-cache, no-store";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["X-Robots-Tag"] = "noindex, nofollow";
    }
}
