using Repository.Core.Publishing;
using Repository.Web.Forms;
using Repository.Web.Live;
using Repository.Web.Site.Pages;
using Repository.Web.Site.Participating;
using Repository.Web.Site.Reading;
using Repository.Web.Site.Rendering;

namespace Repository.Web.Site.Serving;

/// <summary>Pages of the site for those who work on what they show.</summary>
internal sealed class PreviewServing(LiveContent live, SiteReaders readers, FormServing forms, PageWriting writing)
{
    /// <summary>The page of an item as another state of the content shows it, for whoever works on it: not kept by anyone, and at no address of the site.</summary>
    public Task PreviewAsync(HttpContext http, Searchable searchable, PublishedItem item, string culture)
    {
        SiteHeaders.Harden(http.Response.Headers);
        http.Response.Headers.CacheControl = "no-store";
        var reader = readers.Of(http, searchable, SiteServing.LanguageOf(item, item.In(culture)?.Culture ?? searchable.Snapshot.Schema.DefaultLanguage.Tag, searchable.Snapshot));
        var request = new ItemRequest(reader, reader.See(item), http.Request.Query);
        var page = request.Item.Type == PublishedForms.PageType ? forms.Preview(request) : ItemPages.Make(request);
        return writing.SendAsync(http, reader, page with { Head = page.Head with { IsHidden = true } }, SiteFrame.Of(reader, item.RootKey));
    }

    /// <summary>A page that is at no address of the site, in its frame: for whoever works on what it shows, and kept by nobody.</summary>
    public async Task TryAsync(HttpContext http, Func<SiteReader, SitePage> make)
    {
        SiteHeaders.Harden(http.Response.Headers);
        http.Response.Headers.CacheControl = "no-store";
        var searchable = await live.SearchableAsync(http.RequestAborted);
        var reader = readers.Of(http, searchable, searchable.Snapshot.Schema.DefaultLanguage.Tag);
        await writing.SendAsync(http, reader, make(reader), SiteFrame.Of(reader, null));
    }
}
