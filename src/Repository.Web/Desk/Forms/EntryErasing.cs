using Microsoft.Extensions.Localization;
using Repository.Core.Forms.Entries;
using Repository.Core.Workflow;
using Repository.Web.Desk.Rendering;
using Repository.Web.Desk.Serving;
using Repository.Web.Desk.Views;
using Repository.Web.Forms.Results;
using Repository.Web.Resources;

namespace Repository.Web.Desk.Forms;

/// <summary>Erases what somebody sent before its time, with a reason; that it was there, and who erased it, stays.</summary>
internal sealed class EntryErasing(EntryPages pages, IEntryStore entries, EntryTrail trail, ResultPublishing publishing, DeskServing serving, TimeProvider clock, IStringLocalizer<DeskTexts> texts)
{
    private const int Longest = 300;

    /// <summary>Asks before an entry is erased.</summary>
    public async Task AskAsync(HttpContext http)
    {
        if (await pages.OpenAsync(http, Act.EraseEntries) is var (form, entry)) await SendAsync(http, form, entry, "", null);
    }

    public async Task EraseAsync(HttpContext http)
    {
        if (await pages.OpenAsync(http, Act.EraseEntries) is not var (form, entry)) return;
        var reason = (await http.Request.ReadFormAsync(http.RequestAborted)).Text("reason");
        if (reason.Length is 0 or > Longest)
        {
            await SendAsync(http, form, entry, reason, new DeskNote(texts["Entries.Erase.ReasonMissing", Longest], IsBad: true));
            return;
        }

        await trail.TellAsync(http, AccessAct.Erased, form.Key, entry.Key, $"{entry.Folio} · {reason}");
        await entries.EraseAsync(entry.Key, http.Person.By, clock.GetUtcNow(), http.RequestAborted);
        await publishing.TakeBackAsync(form.Key, http.RequestAborted);
        DeskServing.Lead(http, $"{FormAddress.Entry(form.Key, entry.Key)}?done=erased");
    }

    private Task SendAsync(HttpContext http, DeskForm form, FormEntry entry, string reason, DeskNote? note) => serving.SendAsync(
        http,
        new DeskPage(texts["Entries.Erase.Title", entry.Folio], new EraseEntryView { Model = new EraseModel(form, entry, reason, serving.Token(http)) })
        {
            Crumbs = [.. pages.Crumbs(form), new DeskCrumb(entry.Folio, FormAddress.Entry(form.Key, entry.Key))],
            Note = note,
        },
        note is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
}

internal sealed record EraseModel(DeskForm Form, FormEntry Entry, string Reason, string Token);
