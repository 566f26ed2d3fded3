using System.Globalization;
using Microsoft.Extensions.Localization;
using Repository.Core.Publishing;
using Repository.Web.Delivery;
using Repository.Web.Live;
using Repository.Web.Media.Kits;
using Repository.Web.Media.Texts;
using Repository.Web.Operations;
using Repository.Web.Resources;
using Repository.Web.Site.Assets;
using Repository.Web.Site.Pages;
using Repository.Web.Site.Reading;
using Repository.Web.Site.Rendering;
using Repository.Web.Site.Views;

namespace Repository.Web.Site.Serving;

/// <summary>Answers every address of the public site from one pair of snapshot and index. Each item has one address; all others that mean it lead there.</summary>
internal sealed class SiteServing(LiveContent live, FileTexts files, MaterialKits kits, DeliveryApi delivery, SiteAssets assets, PictureAddresses pictures, IStringLocalizer<SiteTexts> texts)
{
    public async Task AnswerAsync(HttpContext http)
    {
        SiteHeaders.Harden(http.Response.Headers);
        http.Features.Set(new FailurePage(BrokenAsync));
        if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method))
        {
            http.Response.Headers.Allow = "GET, HEAD";
            http.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return;
        }

        var searchable = await live.SearchableAsync(http.RequestAborted);
        var path = http.Request.Path.Value ?? "/";
        if (SearchCulture(http, searchable.Snapshot, path) is { } culture)
        {
            await SearchAsync(http, Reader(http, searchable, culture));
            return;
        }

        switch (Routing.Match(searchable.Snapshot, path, null, null, HostCulture.Of(http.Request, searchable.Snapshot.Schema)))
        {
            case RouteMatch.Found found:
                await ItemAsync(http, Reader(http, searchable, LanguageOf(found.Item, found.Culture, searchable.Snapshot)), found.Item);
                break;
            case RouteMatch.Moved moved:
                Lead(http, StatusCodes.Status301MovedPermanently, Reader(http, searchable, LanguageOf(moved.Item, moved.Culture, searchable.Snapshot)).See(moved.Item).Path);
                break;
            default:
                await LostAsync(http, Reader(http, searchable, PrefixCulture(searchable.Snapshot, path) ?? HostCulture.Of(http.Request, searchable.Snapshot.Schema) ?? searchable.Snapshot.Schema.DefaultLanguage.Tag));
                break;
        }
    }

    /// <summary>Needs nothing of what may have failed.</summary>
    private Task BrokenAsync(HttpContext http)
    {
        SiteHeaders.Harden(http.Response.Headers);
        http.Response.Headers.CacheControl = "no-store";
        var culture = live.Current.Schema.DefaultLanguage.Tag;
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        return WriteAsync(http, new BrokenView { Model = culture }, culture);
    }

    private Task ItemAsync(HttpContext http, SiteReader reader, PublishedItem item)
    {
        var seen = reader.See(item);
        if (!Is(http, seen.Path)) return Task.CompletedTask;
        return Known(http, reader) ? Task.CompletedTask : SendAsync(http, reader, ItemPages.Make(new ItemRequest(reader, seen, http.Request.Query)), SiteFrame.Of(reader, item.RootKey));
    }

    private Task SearchAsync(HttpContext http, SiteReader reader)
    {
        if (!Is(http, SearchAddress.Of(reader)) || Known(http, reader)) return Task.CompletedTask;
        return SendAsync(http, reader, SearchPage.Make(reader, http.Request.Query), SiteFrame.Of(reader, null));
    }

    private Task LostAsync(HttpContext http, SiteReader reader)
    {
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        http.Response.Headers.CacheControl = "no-cache";
        var frame = SiteFrame.Of(reader, null);
        return SendAsync(http, reader, LostPage.Make(reader, frame, http.Request.Path.Value ?? ""), frame);
    }

    /// <summary>Is this the page's own address? Otherwise the way there is told, with what else was asked.</summary>
    private static bool Is(HttpContext http, string address)
    {
        if (http.Request.Path.Value == address) return true;
        Lead(http, StatusCodes.Status308PermanentRedirect, address);
        return false;
    }

    private static void Lead(HttpContext http, int status, string address)
    {
        http.Response.StatusCode = status;
        http.Response.Headers.Location = new PathString(address).ToUriComponent() + http.Request.QueryString.ToUriComponent();
        http.Response.Headers.CacheControl = "public, no-cache";
    }

    /// <summary>Does the browser have this very page? Then nothing is made.</summary>
    private bool Known(HttpContext http, SiteReader reader)
    {
        var tag = EntityTag.Of(http.Request, reader.Searchable, delivery.Fingerprint);
        http.Response.Headers.ETag = tag;
        http.Response.Headers.CacheControl = "public, no-cache";
        if (!EntityTag.Knows(http.Request, tag)) return false;
        http.Response.StatusCode = StatusCodes.Status304NotModified;
        return true;
    }

    private Task SendAsync(HttpContext http, SiteReader reader, SitePage page, SiteFrame? frame) =>
        WriteAsync(http, new Layout { Model = new SiteLayout(page, reader, frame) }, reader.Culture);

    private async Task WriteAsync(HttpContext http, View view, string culture)
    {
        using var output = new HtmlOutput();
        view.Render(output, texts, assets);
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.ContentLanguage = culture;
        http.Response.ContentLength = output.Written.Length;
        await http.Response.Body.WriteAsync(output.Written, http.RequestAborted);
    }

    /// <summary>From here on texts, dates and numbers are those of the page's language.</summary>
    private SiteReader Reader(HttpContext http, Searchable searchable, string culture)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        return new SiteReader(searchable, files, kits, culture, SiteOrigin.Of(http), texts, pictures);
    }

    /// <summary>What does not vary has one page, in the language of the site.</summary>
    private static string LanguageOf(PublishedItem item, string culture, PublishedSnapshot snapshot) => item.Varies ? culture : snapshot.Schema.DefaultLanguage.Tag;

    /// <summary>The language of the search page that a path names; without a prefix it is that of the host. Null for any other path.</summary>
    private static string? SearchCulture(HttpContext http, PublishedSnapshot snapshot, string path)
    {
        if (Is(path, "")) return HostCulture.Of(http.Request, snapshot.Schema) ?? snapshot.Schema.DefaultLanguage.Tag;
        return snapshot.Schema.Prefixes.Where(language => Is(path, $"/{language.Value}")).Select(language => language.Key).FirstOrDefault();

        static bool Is(string path, string prefix) => string.Equals(path.TrimEnd('/'), prefix + SearchAddress.Path.TrimEnd('/'), StringComparison.OrdinalIgnoreCase);
    }

    private static string? PrefixCulture(PublishedSnapshot snapshot, string path) =>
        path.Split('/', 3) is [_, var first, ..] ? snapshot.Schema.Prefixes.FirstOrDefault(prefix => prefix.Value == first).Key : null;
}
