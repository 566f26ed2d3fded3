using System.Globalization;
using Microsoft.Extensions.Localization;
using Repository.Web.Resources;
using Repository.Web.Site.Assets;
using Repository.Web.Site.Listing;
using Repository.Web.Site.Reading;
using Repository.Web.Site.Rendering;
using Repository.Web.Site.Views;

namespace Repository.Web.Site.Serving;

/// <summary>Writes pages of the site, each in its frame.</summary>
internal sealed class PageWriting(IStringLocalizer<SiteTexts> texts, SiteAssets assets)
{
    public Task SendAsync(HttpContext http, SiteReader reader, SitePage page, SiteFrame? frame) =>
        WriteAsync(http, new Layout { Model = new SiteLayout(page, reader, frame) { Asked = ListingAddress.Of(http.Request) } }, reader.Culture);

    /// <summary>Needs nothing of what may have failed.</summary>
    public Task SendBrokenAsync(HttpContext http, string culture)
    {
        SiteHeaders.Harden(http.Response.Headers);
        http.Response.Headers.CacheControl = "no-store";
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        return WriteAsync(http, new BrokenView { Model = culture }, culture);
    }

    private async Task WriteAsync(HttpContext http, View view, string culture)
    {
        using var output = new HtmlOutput();
        view.Render(output, texts, assets.Folder);
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.ContentLanguage = culture;
        http.Response.ContentLength = output.Written.Length;
        await http.Response.Body.WriteAsync(output.Written, http.RequestAborted);
    }
}
