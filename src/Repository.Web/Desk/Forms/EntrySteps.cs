using System.Collections.Immutable;
using Repository.Core.Forms;
using Repository.Core.Forms.Entries;

namespace Repository.Web.Desk.Forms;

/// <summary>Where an entry may go from here by hand. Applications go the way of their call, and are moved on there.</summary>
internal static class EntrySteps
{
    private static readonly ImmutableArray<EntryState> ByHand = [EntryState.Received, EntryState.InProgress, EntryState.Settled, EntryState.Dismissed, EntryState.Quarantined];

    public static ImmutableArray<EntryState> Of(FormDefinition form, FormEntry entry) =>
        entry.State == EntryState.Draft || (form.Purpose == FormPurpose.Application && entry.State != EntryState.Quarantined) ? [] : [.. ByHand.Where(entry.State.MayBecome)];
}
