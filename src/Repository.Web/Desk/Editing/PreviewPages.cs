using System.Globalization;
using Microsoft.Extensions.Localization;
using Repository.Core.Content;
using Repository.Web.Desk.Rendering;
using Repository.Web.Desk.Serving;
using Repository.Web.Desk.Views;
using Repository.Web.Live;
using Repository.Web.Resources;
using Repository.Web.Site.Serving;

namespace Repository.Web.Desk.Editing;

/// <summary>The page of an item as the public would see it, made by the site's own views from the saved drafts. Only whoever is signed in sees it, and no machine may keep it.</summary>
internal sealed class PreviewPages(EditedItems items, LiveContent live, PreviewServing site, DeskServing serving, IStringLocalizer<DeskTexts> texts)
{
    public async Task FrameAsync(HttpContext http)
    {
        if (await FindAsync(http) is not { } edited) return;
        var width = PreviewFrame.Widths.Contains(http.Request.Query["width"].ToString()) ? http.Request.Query["width"].ToString() : PreviewFrame.Widths[^1];
        var name = edited.Name;
        await serving.SendAsync(http, new DeskPage(texts["Edit.Preview.Title", name], new PreviewFrameView { Model = new PreviewFrame($"{DeskAddress.Of(edited.Item.Key)}/preview", width) })
        {
            IsWide = true,
            Crumbs = [new DeskCrumb(texts["Desk.Content"], DeskAddress.Content), new DeskCrumb(name, DeskAddress.Of(edited.Item.Key))],
        });
    }

    public async Task PageAsync(HttpContext http)
    {
        if (await FindAsync(http) is not { } edited) return;
        if (edited.Item.Kind == ItemKind.Media || edited.Drafts.Find(edited.Item.Key) is not { } item)
        {
            await serving.SendAsync(http, DeskPage.Notice("Edit.Preview.None"), StatusCodes.Status404NotFound);
            return;
        }

        // Lists on the page ask the index of what is public: that one knows no drafts.
        var searchable = await live.SearchableAsync(http.RequestAborted);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(edited.Drafts.Schema.DefaultLanguage.Tag);
        await site.PreviewAsync(http, new Searchable(edited.Drafts, searchable.Searcher), item, http.Request.Query["culture"].ToString());
    }

    private async Task<EditedItem?> FindAsync(HttpContext http)
    {
        var edited = Guid.TryParse(http.Request.RouteValues["key"]?.ToString(), out var key) ? await items.FindAsync(key, http.Person, http.RequestAborted) : null;
        if (edited is null) await serving.SendAsync(http, DeskPage.Notice("Desk.Lost"), StatusCodes.Status404NotFound);
        return edited;
    }
}

internal sealed record PreviewFrame(string Address, string Width)
{
    public static readonly string[] Widths = ["360", "768", "1280"];
}
