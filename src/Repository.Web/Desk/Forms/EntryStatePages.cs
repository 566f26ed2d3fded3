using System.Collections.Immutable;
using Microsoft.Extensions.Localization;
using Repository.Core.Forms.Entries;
using Repository.Core.Workflow;
using Repository.Web.Desk.Rendering;
using Repository.Web.Desk.Serving;
using Repository.Web.Forms.Receiving;
using Repository.Web.Forms.Results;
using Repository.Web.Resources;

namespace Repository.Web.Desk.Forms;

/// <summary>Says how far an entry has come. What is let go from quarantine arrives as if it had just been sent.</summary>
internal sealed class EntryStatePages(EntryPages pages, IEntryStore entries, Arrivals arrivals, ResultPublishing publishing, TimeProvider clock, IStringLocalizer<DeskTexts> texts)
{
    public async Task ChangeAsync(HttpContext http)
    {
        if (await pages.OpenAsync(http, Act.ReadEntries) is not var (form, entry)) return;
        var sent = await http.Request.ReadFormAsync(http.RequestAborted);
        var (next, seen) = (new EntryState(sent.Text("state")), sent.Whole("revision", 0));
        var version = (await entries.VersionsAsync(form.Key, http.RequestAborted)).FirstOrDefault(version => version.Number == entry.FormVersion);
        if (version is null || !EntrySteps.Of(version.Definition, entry).Contains(next))
        {
            await pages.SendAsync(http, form, entry, new DeskNote(texts["Entries.NoStep"], IsBad: true), StatusCodes.Status422UnprocessableEntity);
            return;
        }

        var changed = entry with { State = next, ChangedAt = clock.GetUtcNow(), Revision = seen };
        var isReleased = entry.State == EntryState.Quarantined && next == EntryState.Received;
        ImmutableArray<string> awaited = isReleased && !await HasArrivedAsync(entry, http.RequestAborted) ? arrivals.AwaitedBy(version.Definition) : [];
        if (await entries.ChangeAsync(changed, http.Person.By, awaited, http.RequestAborted) is not EntryResult.Done)
        {
            await pages.SendAsync(http, form, await entries.FindAsync(entry.Key, http.RequestAborted) ?? entry, new DeskNote(texts["Entries.Stale"], IsBad: true), StatusCodes.Status409Conflict);
            return;
        }

        await publishing.TakeBackAsync(form.Key, http.RequestAborted);
        if (isReleased) await arrivals.RunAsync(entry.Key, http.RequestAborted);
        DeskServing.Lead(http, $"{FormAddress.Entry(form.Key, entry.Key)}?done={(isReleased ? "released" : "state")}");
    }

    /// <summary>One that was received before it was put aside has come already, or still waits to.</summary>
    private async Task<bool> HasArrivedAsync(FormEntry entry, CancellationToken cancellation) =>
        (await entries.EventsAsync(entry.Key, cancellation)).Any(told => told.State == EntryState.Received);
}
