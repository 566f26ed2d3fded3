using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.Localization;
using Repository.Core.Content;
using Repository.Core.Drafts;
using Repository.Web.Desk.Rendering;
using Repository.Web.Desk.Serving;
using Repository.Web.Desk.Views;
using Repository.Web.Resources;
using Repository.Web.Site.Rendering;

namespace Repository.Web.Desk.Tree;

/// <summary><c>/desk/content/deed</c>: asks before something is done to several items, does it, and leads back to the list, which tells what became of it.</summary>
internal sealed class DeedPages(DraftReaders readers, Deeds deeds, DeedReports reports, DeskServing serving, IAntiforgery antiforgery, IStringLocalizer<DeskTexts> texts)
{
    public const string Address = "/desk/content/deed";

    public async Task AskAsync(HttpContext http)
    {
        if (await readers.OfAsync(http) is not { } reader || Deed.Named(http.Request.Query["do"]) is not { } deed)
        {
            await serving.ForbidAsync(http);
            return;
        }

        var back = DeskReturn.Of(http.Request.Query["return"], deed.IsOfBin ? DeskAddress.Trash : DeskAddress.Content);
        var entries = http.Request.Query["key"].Take(DeedAsking.MostItems).Select(text => Guid.TryParse(text, out var key) ? reader.Catalogue.Find(key) : null).OfType<DraftEntry>().DistinctBy(entry => entry.Key).ToList();
        entries.RemoveAll(entry => entry.Item.Trashed != deed.IsOfBin || entry.Item.Kind != entries[0].Item.Kind);
        if (entries.Count == 0)
        {
            await serving.SendAsync(http, new DeskPage(texts["Deed.Nothing.Title"], new NothingChosenView { Model = back }), StatusCodes.Status422UnprocessableEntity);
            return;
        }

        if (!entries.Any(entry => reader.May(deed.Act, entry)))
        {
            await serving.ForbidAsync(http);
            return;
        }

        var users = deed == Deed.Trash || deed == Deed.Delete ? await deeds.UsersAsync(entries, reader, http.RequestAborted) : [];
        var place = deed.AsksPlace(reader, entries) ? PlacePicker.Of(reader, deed, entries, Picking(http.Request)) : null;
        var asking = new DeedAsking(deed, reader, [.. entries], users, place, back, Token(http));
        await serving.SendAsync(http, new DeskPage(CountedText.Of(texts, $"Deed.{deed.Name}.Title", entries.Count, entries[0].Name), new DeedView { Model = asking })
        {
            Crumbs = [new DeskCrumb(texts[deed.IsOfBin ? "Trash.Title" : entries[0].Item.Kind == ItemKind.Media ? "Desk.Media" : "Desk.Content"], back)],
        });
    }

    public async Task DoAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (await readers.OfAsync(http) is not { } reader || Deed.Named(form["do"]) is not { } deed)
        {
            await serving.ForbidAsync(http);
            return;
        }

        var seen = form["item"].Take(DeedAsking.MostItems).Select(text => Seen(text, http)).OfType<Seen>().ToList();
        var reason = form["reason"].ToString().Trim();
        var back = DeskReturn.Of(form["return"], deed.IsOfBin ? DeskAddress.Trash : DeskAddress.Content);
        if (deed.NeedsReason && reason.Length == 0)
        {
            // The browser asks for it; whoever goes around the browser is led back to where it is asked for.
            DeskServing.Lead(http, $"{Address}?do={deed.Name}&return={Uri.EscapeDataString(back)}{string.Concat(seen.Select(one => $"&key={one.Key:n}"))}");
            return;
        }

        Guid? place = Guid.TryParse(form["to"], out var to) ? to : null;
        var report = await deeds.DoAsync(deed, seen, reader, new DeedForm(place, reason, form["deep"] == "on"), http.RequestAborted);
        DeskServing.Lead(http, DeskReturn.With(back, "report", reports.Keep(http.Person.By, report).ToString("n")));
    }

    private static Seen? Seen(string? text, HttpContext http) =>
        text?.Split(':') is [var key, var version] && Guid.TryParse(key, out var item) && long.TryParse(version, out var number) ? new Seen(item, number, http.Person) : null;

    private static ListAddress Picking(HttpRequest request)
    {
        var address = ListAddress.Of(request, "do", "return", "to", "find");
        return address with { Asked = [.. address.Asked, .. request.Query["key"].Take(DeedAsking.MostItems).OfType<string>().Select(key => new KeyValuePair<string, string>("key", key))] };
    }

    private string Token(HttpContext http) => antiforgery.GetAndStoreTokens(http).RequestToken ?? "";
}
