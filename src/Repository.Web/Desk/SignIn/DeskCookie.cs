namespace Repository.Web.Desk.SignIn;

/// <summary>
/// The token of a session at the browser. No script sees it; no other site makes the browser send it along with anything that changes something. Over TLS its name binds it to this
/// very host. It ends with the browser.
/// </summary>
internal static class DeskCookie
{
    public const string Plain = "desk";
    public const string Secure = "__Host-desk";

    public static string? Read(HttpRequest request) => request.Cookies[Name(request)] is { Length: > 0 } token ? token : null;

    public static void Set(HttpContext http, string token) => http.Response.Cookies.Append(Name(http.Request), token, Options(http.Request));

    public static void Remove(HttpContext http) => http.Response.Cookies.Delete(Name(http.Request), Options(http.Request));

    private static string Name(HttpRequest request) => request.IsHttps ? Secure : Plain;

    // Lax, not strict: whoever follows a link in a message to the desk is signed in there. What changes something is a form with a token of its own.
    private static CookieOptions Options(HttpRequest request) => new()
    {
        HttpOnly = true,
        Secure = request.IsHttps,
        SameSite = SameSiteMode.Lax,
        Path = request.IsHttps ? "/" : "/desk",
        IsEssential = true,
    };
}
