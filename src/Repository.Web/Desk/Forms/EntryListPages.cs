using System.Collections.Immutable;
using System.Globalization;
using Repository.Core.Forms.Entries;
using Repository.Core.Workflow;
using Repository.Web.Desk.Rendering;
using Repository.Web.Desk.Serving;
using Repository.Web.Desk.Tree;
using Repository.Web.Desk.Views;

namespace Repository.Web.Desk.Forms;

/// <summary><c>/desk/forms/{form}/entries</c>: what came in, page by page. It tells no answers.</summary>
internal sealed class EntryListPages(DeskForms forms, ListPages list, IEntryStore entries, DeskServing serving)
{
    private const int AtOnce = 50;

    public async Task ShowAsync(HttpContext http)
    {
        if (await forms.OpenAsync(http, Act.ReadEntries) is not { } form) return;
        var address = ListAddress.Of(http.Request, "state", "from", "until", "after");
        var query = new EntryQuery(form.Key, address.Has("state") ? new EntryState(address["state"]) : null, Place(address["after"]), AtOnce + 1)
        {
            From = Day(address["from"]) is { } from ? DeskTime.Start(from) : null,
            Until = Day(address["until"]) is { } until ? DeskTime.Start(until.AddDays(1)) : null,
        };
        var found = await entries.PageAsync(query, http.RequestAborted);
        var model = new EntriesModel(form, address, await entries.CountsAsync(form.Key, http.RequestAborted), [.. found.Take(AtOnce)], Permissions.May(http.Person, Act.BuildForms, []), Permissions.May(http.Person, Act.ExportEntries, []))
        {
            Older = found.Length > AtOnce ? address.With("after", Text(found[AtOnce - 1])).Here : null,
        };
        await serving.SendAsync(http, new DeskPage(form.Definition.Name, new EntriesView { Model = model }) { Crumbs = [list.Crumb], IsWide = true });
    }

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1900 and < 9000 ? day : null;

    private static string Text(FormEntry entry) => FormattableString.Invariant($"{entry.CreatedAt.UtcTicks}.{entry.Key:n}");

    private static EntryPlace? Place(string text) =>
        text.Split('.') is [var ticks, var key] && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at <= DateTimeOffset.MaxValue.UtcTicks && Guid.TryParseExact(key, "n", out var entry)
            ? new EntryPlace(new DateTimeOffset(at, TimeSpan.Zero), entry)
            : null;
}

/// <summary>A page of the entries of a form, newest first.</summary>
internal sealed record EntriesModel(DeskForm Form, ListAddress Address, ImmutableSortedDictionary<string, long> Counts, ImmutableArray<FormEntry> Rows, bool MayBuild, bool MayExport)
{
    public string? Older { get; init; }

    public FormTabs Tabs => new(Form, "entries", MayBuild, MayRead: true);
}
