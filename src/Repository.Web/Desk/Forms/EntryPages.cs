using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Localization;
using Microsoft.Net.Http.Headers;
using Repository.Core.Forms.Entries;
using Repository.Core.Workflow;
using Repository.Storage.Forms;
using Repository.Web.Desk.Rendering;
using Repository.Web.Desk.Serving;
using Repository.Web.Desk.Tree;
using Repository.Web.Desk.Views;
using Repository.Web.Forms;
using Repository.Web.Live;
using Repository.Web.Resources;

namespace Repository.Web.Desk.Forms;

/// <summary>
/// <c>/desk/forms/{form}/entries</c>: what people sent. A list tells no answers; whoever opens an entry or one of its files stands in the trail of accesses
/// before the first answer is shown.
/// </summary>
internal sealed class EntryPages(
    DeskForms forms, ListPages list, IEntryStore entries, IEntryAccess accesses, IProposedItems proposed, EntryFiles files, LiveContent live, PeopleNames people, DeskServing serving, TimeProvider clock, IStringLocalizer<DeskTexts> texts)
{
    private const int AtOnce = 50;

    /// <summary>A file of a stranger: no browser shows it here, runs anything of it or takes it for something else.</summary>
    private const string FilePolicy = "default-src 'none'; sandbox";

    private static readonly string[] Deeds = ["state", "note", "erased", "released"];

    public async Task ListAsync(HttpContext http)
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

    public async Task ShowAsync(HttpContext http)
    {
        if (await OpenAsync(http, Act.ReadEntries) is not var (form, entry)) return;
        var deed = Deeds.FirstOrDefault(known => http.Request.Query["done"] == known);
        await SendAsync(http, form, entry, deed is null ? null : new DeskNote(texts[$"Entries.Done.{deed}"]));
    }

    public async Task NoteAsync(HttpContext http)
    {
        if (await OpenAsync(http, Act.ReadEntries) is not var (form, entry)) return;
        var text = (await http.Request.ReadFormAsync(http.RequestAborted)).Text("text");
        if (text.Length is 0 or > Commenting.MaxLength)
        {
            await SendAsync(http, form, entry, new DeskNote(texts["Entries.NoteLength", Commenting.MaxLength], IsBad: true), StatusCodes.Status422UnprocessableEntity);
            return;
        }

        await entries.AddNoteAsync(entry.Key, new EntryEvent(clock.GetUtcNow(), http.Person.By, null, text), http.RequestAborted);
        DeskServing.Lead(http, $"{FormAddress.Entry(form.Key, entry.Key)}?done=note");
    }

    /// <summary>Asks before an entry is erased.</summary>
    public async Task AskEraseAsync(HttpContext http)
    {
        if (await OpenAsync(http, Act.EraseEntries) is var (form, entry)) await SendEraseAsync(http, form, entry, "", null);
    }

    public async Task EraseAsync(HttpContext http)
    {
        if (await OpenAsync(http, Act.EraseEntries) is not var (form, entry)) return;
        var reason = (await http.Request.ReadFormAsync(http.RequestAborted)).Text("reason");
        if (reason.Length is 0 or > Longest)
        {
            await SendEraseAsync(http, form, entry, reason, new DeskNote(texts["Entries.Erase.ReasonMissing", Longest], IsBad: true));
            return;
        }

        var now = clock.GetUtcNow();
        await accesses.TellAsync(new EntryAccess(Guid.CreateVersion7(now), now, http.Person.By, AccessAct.Erased, form.Key, entry.Key, $"{entry.Folio} · {reason}"), http.RequestAborted);
        await entries.EraseAsync(entry.Key, http.Person.By, now, http.RequestAborted);
        DeskServing.Lead(http, $"{FormAddress.Entry(form.Key, entry.Key)}?done=erased");
    }

    public async Task DownloadAsync(HttpContext http)
    {
        if (await OpenAsync(http, Act.ReadEntries) is not var (form, entry)) return;
        var key = Guid.Parse((string)http.Request.RouteValues["file"]!);
        if (entry.State == EntryState.Draft || entry.Files.FirstOrDefault(file => file.Key == key) is not { } file || files.Open(key) is not { } bytes)
        {
            await serving.LoseAsync(http);
            return;
        }

        await using (bytes)
        {
            await TellAsync(http, AccessAct.OpenedFile, form, entry, $"{entry.Folio} · {file.Alias}");
            var headers = http.Response.Headers;
            var disposition = new ContentDispositionHeaderValue("attachment");
            disposition.SetHttpFileName(file.Name);
            headers.ContentDisposition = disposition.ToString();
            headers.ContentSecurityPolicy = FilePolicy;
            http.Response.ContentType = "application/octet-stream";
            http.Response.ContentLength = bytes.Length;
            await bytes.CopyToAsync(http.Response.Body, http.RequestAborted);
        }
    }

    private const int Longest = 300;

    /// <summary>The entry an address names – of the form it names, and of no other.</summary>
    internal async Task<(DeskForm Form, FormEntry Entry)?> OpenAsync(HttpContext http, Act act)
    {
        if (await forms.OpenAsync(http, act) is not { } form) return null;
        var key = Guid.Parse((string)http.Request.RouteValues["entry"]!);
        if (await entries.FindAsync(key, http.RequestAborted) is { } entry && entry.Form == form.Key) return (form, entry);
        await serving.LoseAsync(http);
        return null;
    }

    internal async Task SendAsync(HttpContext http, DeskForm form, FormEntry entry, DeskNote? note, int status = StatusCodes.Status200OK)
    {
        // What nobody has sent yet is nobody's business.
        var isOpen = entry.State != EntryState.Draft && entry.State != EntryState.Erased;
        if (isOpen) await TellAsync(http, AccessAct.Read, form, entry, entry.Folio);
        var version = (await entries.VersionsAsync(form.Key, http.RequestAborted)).FirstOrDefault(version => version.Number == entry.FormVersion);
        var model = new EntryModel(form, entry, serving.Token(http), await people.OfAsync(http))
        {
            Pages = isOpen && version is not null ? AskedAnswers.Of(version.Definition, entry.Answers, LivePlaces.Of(live.Current)) : [],
            Story = await entries.EventsAsync(entry.Key, http.RequestAborted),
            Steps = EntrySteps.Of(version?.Definition ?? form.Definition, entry),
            Proposed = await proposed.OfEntryAsync(entry.Key, http.RequestAborted),
            MayErase = Permissions.May(http.Person, Act.EraseEntries, []),
            Language = LanguageNames.Of(live.Current.Schema, entry.Culture),
            From = entry.Content is { } content && live.Current.Find(content) is { } page ? (content, page.In(live.Current.Schema.DefaultLanguage.Tag)?.Name ?? page.Cultures[0].Name) : null,
        };
        await serving.SendAsync(http, new DeskPage(entry.Folio, new EntryView { Model = model }) { Crumbs = Crumbs(form), Note = note, IsWide = true }, status);
    }

    private Task SendEraseAsync(HttpContext http, DeskForm form, FormEntry entry, string reason, DeskNote? note) => serving.SendAsync(
        http,
        new DeskPage(texts["Entries.Erase.Title", entry.Folio], new EraseEntryView { Model = new EraseModel(form, entry, reason, serving.Token(http)) })
        {
            Crumbs = [.. Crumbs(form), new DeskCrumb(entry.Folio, FormAddress.Entry(form.Key, entry.Key))],
            Note = note,
        },
        note is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

    private ImmutableArray<DeskCrumb> Crumbs(DeskForm form) => [list.Crumb, new DeskCrumb(form.Definition.Name, FormAddress.Entries(form.Key))];

    private Task TellAsync(HttpContext http, AccessAct act, DeskForm form, FormEntry entry, string what)
    {
        var now = clock.GetUtcNow();
        return accesses.TellAsync(new EntryAccess(Guid.CreateVersion7(now), now, http.Person.By, act, form.Key, entry.Key, what), http.RequestAborted);
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

internal sealed record EntryModel(DeskForm Form, FormEntry Entry, string Token, DeskPeople People)
{
    public ImmutableArray<AskedPage> Pages { get; init; } = [];

    public ImmutableArray<EntryEvent> Story { get; init; } = [];

    public ImmutableArray<EntryState> Steps { get; init; } = [];

    public ProposedItem? Proposed { get; init; }

    public bool MayErase { get; init; }

    public string Language { get; init; } = "";

    /// <summary>The page it was sent from.</summary>
    public (Guid Key, string Name)? From { get; init; }
}

internal sealed record EraseModel(DeskForm Form, FormEntry Entry, string Reason, string Token);
