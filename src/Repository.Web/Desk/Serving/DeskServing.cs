using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.Localization;
using Repository.Core.Schema;
using Repository.Web.Desk.Assets;
using Repository.Web.Desk.Rendering;
using Repository.Web.Desk.Views;
using Repository.Web.Resources;
using Repository.Web.Site.Rendering;

namespace Repository.Web.Desk.Serving;

/// <summary>Writes pages of the desk, in the language of the site.</summary>
internal sealed class DeskServing(ContentSchema schema, DeskAssets assets, IAntiforgery antiforgery, IStringLocalizer<DeskTexts> texts)
{
    public Task SendAsync(HttpContext http, DeskPage page, int status = StatusCodes.Status200OK) =>
        WriteAsync(http, new DeskLayout(page, http.Features.Get<SignedIn>(), http.Request.Path.Value ?? "", Token(http), schema.DefaultLanguage.Tag), status);

    /// <summary>What the forms of a page must bring back: the same, however often it is asked for during a request.</summary>
    public string Token(HttpContext http) => antiforgery.GetAndStoreTokens(http).RequestToken ?? throw new InvalidOperationException("There is no token to send.");

    /// <summary>A form was carried out: the browser goes on to a page that can be loaded again.</summary>
    public static void Lead(HttpContext http, string address)
    {
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = address;
    }

    /// <summary>Needs nothing of what may have failed.</summary>
    public Task BrokenAsync(HttpContext http)
    {
        DeskHeaders.Harden(http.Response.Headers);
        return WriteAsync(http, new DeskLayout(DeskPage.Notice("Desk.Broken"), null, "", "", schema.DefaultLanguage.Tag), http.Response.StatusCode);
    }

    private async Task WriteAsync(HttpContext http, DeskLayout layout, int status)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(layout.Language);
        using var output = new HtmlOutput();
        new DeskLayoutView { Model = layout }.Render(output, texts, assets.Folder);
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.ContentLength = output.Written.Length;
        if (HttpMethods.IsHead(http.Request.Method)) return;
        await http.Response.Body.WriteAsync(output.Written, http.RequestAborted);
    }
}
