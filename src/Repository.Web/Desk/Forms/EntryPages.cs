using System.Collections.Immutable;
using Microsoft.Extensions.Localization;
using Repository.Core.Forms.Entries;
using Repository.Core.Workflow;
using Repository.Web.Desk.Rendering;
using Repository.Web.Desk.Serving;
using Repository.Web.Desk.Views;
using Repository.Web.Forms;
using Repository.Web.Live;
using Repository.Web.Resources;

namespace Repository.Web.Desk.Forms;

/// <summary>
/// <c>/desk/forms/{form}/entries/{entry}</c>: what somebody sent, its story and what can be done with it. Whoever opens it stands in the trail of accesses before
/// the first answer is shown.
/// </summary>
internal sealed class EntryPages(
    DeskForms forms, ListPages list, IEntryStore entries, EntryTrail trail, IProposedItems proposed, LiveContent live, PeopleNames people, DeskServing serving, TimeProvider clock, IStringLocalizer<DeskTexts> texts)
{
    private static readonly string[] Deeds = ["state", "note", "erased", "released"];

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
        if (isOpen) await trail.TellAsync(http, AccessAct.Read, form.Key, entry.Key, entry.Folio);
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

    internal ImmutableArray<DeskCrumb> Crumbs(DeskForm form) => [list.Crumb, new DeskCrumb(form.Definition.Name, FormAddress.Entries(form.Key))];
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
