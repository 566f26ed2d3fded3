using System.Collections.Immutable;
using Repository.Core.Content;
using Repository.Core.Workflow;

namespace Repository.Core.Publishing;

/// <summary>Deciding what the public sees: publishing, unpublishing, and both of them at a set time.</summary>
public sealed class ContentPublishing(ContentWriter writer, ContentValidation validation)
{
    /// <summary>Who the change log names for what happens by itself.</summary>
    public const string Calendar = "calendar";

    private readonly DraftSteps _drafts = new(validation);
    private readonly PublicationCheck _check = new(validation);

    /// <summary>
    /// Shows what is approved to the public in some cultures; none given means all that have something approved. People publish only that. The house approves its own
    /// drafts in the same act, in all cultures they are written in.
    /// </summary>
    public Task<WriteResult> PublishAsync(Seen seen, IReadOnlyCollection<string> cultures, CancellationToken cancellation) =>
        writer.ChangeAsync(seen, Act.Publish, (turn, item) => PublishAsync(turn, item, cultures, approving: turn.Person is null), cancellation);

    /// <summary>Approves the draft and shows it, in one act, for those who may do both. None given means all cultures that have something new.</summary>
    public Task<WriteResult> ApproveAndPublishAsync(Seen seen, IReadOnlyCollection<string> cultures, CancellationToken cancellation) =>
        writer.ChangeAsync(
            seen,
            Act.Publish,
            async (turn, item) => await turn.RefuseAsync(item.Kind, item, Act.Review) is { } forbidden ? forbidden : await PublishAsync(turn, item, cultures, approving: true),
            cancellation);

    /// <summary>Takes cultures away from the public; none given, or a mandatory language among them, means all. People must say why.</summary>
    public Task<WriteResult> UnpublishAsync(Seen seen, IReadOnlyCollection<string> cultures, CancellationToken cancellation) =>
        writer.ChangeAsync(seen, Act.Publish, (turn, item) => UnpublishAsync(turn, item, cultures), cancellation);

    /// <summary>Plans a publication or its end, replacing what was planned of that kind for the culture.</summary>
    public Task<WriteResult> ScheduleAsync(Seen seen, Planned planned, CancellationToken cancellation) =>
        writer.ChangeAsync(seen, Act.Publish, (turn, item) => ScheduleAsync(turn, item, planned), cancellation);

    public Task<WriteResult> UnscheduleAsync(Seen seen, string culture, ScheduledAction action, CancellationToken cancellation) =>
        writer.ChangeAsync(seen, Act.Publish, (turn, item) => UnscheduleAsync(turn, item, validation.Schema.KnownTag(culture) ?? culture, action), cancellation);

    /// <summary>Does what is due, oldest first, each in a transaction of its own. What another process has done meanwhile is left out.</summary>
    public async Task<IReadOnlyList<DueOutcome>> RunDueAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var outcomes = new List<DueOutcome>();
        foreach (var due in await writer.Store.ReadAsync(store => store.DueAsync(now), cancellation))
        {
            if (await TryAsync(due, cancellation) is { } outcome) outcomes.Add(outcome);
        }

        return outcomes;
    }

    private async Task<WriteResult> PublishAsync(WriteTurn turn, Item item, IReadOnlyCollection<string> given, bool approving)
    {
        if (RefusalOf(turn, item) is { } refusal) return refusal;
        var draft = await turn.DraftAsync(item);
        var (written, refused) = PublishedCultures.Wanted(validation.Schema, validation.TypeOf(item), draft.Content, given);
        if (!refused.IsEmpty) return new WriteResult.Invalid(refused);
        var trail = await turn.TrailAsync(item);
        var cultures = given.Count == 0 && turn.Person is not null ? [.. written.Where(approving ? IsNew : IsApproved)] : written;
        if (approving) return await ShowAsync(turn, item, draft, cultures.ToDictionary(culture => culture, _ => draft), trail, approving);
        if (cultures.IsEmpty) return new WriteResult.Invalid("", Refusals.NotApproved);
        if (cultures.Where(culture => !IsApproved(culture)).ToImmutableArray() is { IsEmpty: false } unapproved) return NotApproved(unapproved);
        var approved = await RevisionsAsync(turn, item, draft, cultures.Select(culture => (culture, trail.Approved(culture)!.Value)));
        return await ShowAsync(turn, item, draft, approved, trail, approving);

        bool IsNew(string culture) => trail.State(culture) != ReviewState.Published;
        bool IsApproved(string culture) => trail.Approved(culture) is not null;
    }

    private static async Task<Dictionary<string, Revision>> RevisionsAsync(WriteTurn turn, Item item, Revision draft, IEnumerable<(string Culture, int Number)> wanted)
    {
        var revisions = new Dictionary<string, Revision>();
        foreach (var (culture, number) in wanted)
        {
            revisions[culture] = number == draft.Number ? draft : revisions.Values.FirstOrDefault(revision => revision.Number == number)
                ?? await turn.Store.RevisionAsync(item.Key, number)
                ?? throw new InvalidOperationException($"Item {item.Key} has no revision {number}.");
        }

        return revisions;
    }

    /// <summary>Shows a revision in each culture, all of them or none.</summary>
    private async Task<WriteResult> ShowAsync(WriteTurn turn, Item item, Revision draft, Dictionary<string, Revision> wanted, ReviewTrail trail, bool approving)
    {
        var type = validation.TypeOf(item);
        var problems = ImmutableArray.CreateBuilder<ValueProblem>();
        foreach (var same in wanted.GroupBy(pair => pair.Value.Number))
        {
            var reading = validation.Read(type, same.First().Value.Content);
            problems.AddRange(await _check.ProblemsAsync(turn.Store, item, reading, [.. same.Select(pair => pair.Key)], together: wanted.Keys));
        }

        if (problems.Count > 0) return new WriteResult.Invalid(problems.ToImmutable());

        var publications = (await turn.Store.PublicationsAsync(item.Key)).ToDictionary(publication => publication.Culture);
        var changed = wanted.Where(pair => publications.GetValueOrDefault(pair.Key)?.Revision != pair.Value.Number).Select(pair => pair.Key).ToImmutableArray();
        if (changed.IsEmpty) return turn.Done(item);
        foreach (var culture in changed)
        {
            var approved = approving ? await ApproveAsync(turn, trail, item, wanted[culture], culture) : ApprovedRevision.Of(trail, wanted[culture], culture);
            if (approved is null) return NotApproved([culture]);
            publications[culture] = await PublicationSteps.PublishAsync(turn, validation.Schema, item, approved, publications.GetValueOrDefault(culture));
        }

        // What was planned to appear has appeared: a later release would show what has been decided on since.
        await ClearAsync(turn, item, schedule => schedule.Action == ScheduledAction.Release && changed.Contains(schedule.Culture));
        var updated = await turn.UpdateAsync(item);
        await _drafts.RenewReferencesAsync(turn, updated, validation.Read(type, draft.Content), publications.Values);
        return turn.Done(updated);
    }

    private static async Task<ApprovedRevision> ApproveAsync(WriteTurn turn, ReviewTrail trail, Item item, Revision revision, string culture)
    {
        if (turn.Person is not null && !trail.IsApproved(culture, revision.Number)) await turn.LogAsync(ChangeKind.Reviewed, item, culture);
        return await ApprovedRevision.ByAsync(turn, trail, item, revision, culture);
    }

    private static WriteResult.Invalid? RefusalOf(WriteTurn turn, Item item) => item switch
    {
        { Trashed: true } => new WriteResult.Invalid("", Refusals.InBin),
        { Kind: ItemKind.Media } => new WriteResult.Invalid("", Refusals.MediaAlwaysPublic),
        _ => turn.Reason.Length > Refusals.MaxReason ? new WriteResult.Invalid("reason", Refusals.ReasonTooLong) : null,
    };

    private static WriteResult.Invalid NotApproved(IEnumerable<string> cultures) => new([.. cultures.Select(culture => new ValueProblem("", culture, Refusals.NotApproved))]);

    private async Task<WriteResult> UnpublishAsync(WriteTurn turn, Item item, IReadOnlyCollection<string> given)
    {
        if (RefusalOf(turn, item) is { } refusal) return refusal;
        if (WithoutReason(turn)) return new WriteResult.Invalid("reason", Refusals.ReasonMissing);
        var publications = await turn.Store.PublicationsAsync(item.Key);
        var cultures = given.Select(culture => validation.Schema.KnownTag(culture) ?? culture).ToHashSet();
        var all = cultures.Count == 0 || validation.Schema.Languages.Any(language => language.IsMandatory && cultures.Contains(language.Tag));
        var withdrawn = publications.Where(publication => all || cultures.Contains(publication.Culture)).ToList();
        if (withdrawn.Count == 0) return new WriteResult.Invalid("", Refusals.NotPublished);

        await PublicationSteps.UnpublishAsync(turn, item, withdrawn);
        await ClearAsync(turn, item, schedule => schedule.Action == ScheduledAction.Expire && withdrawn.Exists(gone => gone.Culture == schedule.Culture));
        var updated = await turn.UpdateAsync(item);
        var draft = await turn.DraftAsync(item);
        await _drafts.RenewReferencesAsync(turn, updated, validation.Read(validation.TypeOf(item), draft.Content), publications.Except(withdrawn));
        return turn.Done(updated);
    }

    private async Task<WriteResult> ScheduleAsync(WriteTurn turn, Item item, Planned planned)
    {
        if (RefusalOf(turn, item) is { } refusal) return refusal;
        if (planned.Action == ScheduledAction.Expire && WithoutReason(turn)) return new WriteResult.Invalid("reason", Refusals.ReasonMissing);
        if (planned.At <= turn.At) return new WriteResult.Invalid("", Refusals.DateNotAhead);
        var draft = await turn.DraftAsync(item);
        var (cultures, refused) = PublishedCultures.Wanted(validation.Schema, validation.TypeOf(item), draft.Content, [planned.Culture]);
        if (!refused.IsEmpty) return new WriteResult.Invalid(refused);
        var schedules = await turn.Store.SchedulesAsync(item.Key);
        var trail = await turn.TrailAsync(item);
        var wanted = new Schedule(item.Key, cultures[0], planned.Action, planned.At, RevisionToShow(turn, trail, draft, cultures[0], planned.Action), turn.Reason);
        if (wanted is { Action: ScheduledAction.Release, Revision: null }) return NotApproved(cultures);
        if (await IsPublicAsync(turn, wanted)) return new WriteResult.Invalid("", Refusals.AlreadyPublic);
        if (schedules.Contains(wanted)) return turn.Done(item);
        if (EndsBeforeItBegins(schedules, wanted)) return new WriteResult.Invalid("", Refusals.ExpiryBeforeRelease);

        if (wanted.Action == ScheduledAction.Release && turn.Person is null) await ApprovedRevision.ByAsync(turn, trail, item, draft, wanted.Culture);
        await turn.Store.UnscheduleAsync(item.Key, wanted.Culture, wanted.Action);
        await turn.Store.ScheduleAsync(wanted);
        return await ScheduledAsync(turn, item, wanted.Culture);
    }

    /// <summary>What a release will show: for people what they see approved, for the house its draft.</summary>
    private static int? RevisionToShow(WriteTurn turn, ReviewTrail trail, Revision draft, string culture, ScheduledAction action) =>
        action == ScheduledAction.Expire ? null : turn.Person is null ? draft.Number : trail.Approved(culture);

    private static async Task<bool> IsPublicAsync(WriteTurn turn, Schedule wanted) =>
        turn.Person is not null && wanted.Revision is { } revision
        && (await turn.Store.PublicationsAsync(wanted.ItemKey)).Any(publication => publication.Culture == wanted.Culture && publication.Revision == revision);

    private static bool WithoutReason(WriteTurn turn) => turn.Person is not null && turn.Reason.Length == 0;

    private static bool EndsBeforeItBegins(IEnumerable<Schedule> schedules, Schedule wanted) => schedules.Any(other =>
        other.Culture == wanted.Culture && (wanted.Action, other.Action) switch
        {
            (ScheduledAction.Expire, ScheduledAction.Release) => wanted.At <= other.At,
            (ScheduledAction.Release, ScheduledAction.Expire) => other.At <= wanted.At,
            _ => false,
        });

    private static async Task<WriteResult> UnscheduleAsync(WriteTurn turn, Item item, string culture, ScheduledAction action)
    {
        var schedules = await turn.Store.SchedulesAsync(item.Key);
        if (!schedules.Any(schedule => schedule.Culture == culture && schedule.Action == action)) return new WriteResult.Invalid("", Refusals.NothingScheduled);
        await turn.Store.UnscheduleAsync(item.Key, culture, action);
        return await ScheduledAsync(turn, item, culture);
    }

    private static async Task<WriteResult> ScheduledAsync(WriteTurn turn, Item item, string culture)
    {
        var updated = await turn.UpdateAsync(item);
        await turn.LogAsync(ChangeKind.Scheduled, updated, culture);
        return turn.Done(updated);
    }

    /// <summary>A plan that fails must not hold up those behind it: it is told and stays planned. Without a database none of them can be carried out.</summary>
    private async Task<DueOutcome?> TryAsync(Schedule due, CancellationToken cancellation)
    {
        try
        {
            return await RunAsync(due, cancellation);
        }
        catch (Exception failure) when (failure is not (StoreUnavailableException or OperationCanceledException))
        {
            return new DueOutcome(due, null, failure);
        }
    }

    private async Task<DueOutcome?> RunAsync(Schedule due, CancellationToken cancellation)
    {
        DueOutcome? outcome = null;
        await writer.WriteAsync(Calendar, async turn =>
        {
            outcome = null;
            var item = await turn.Store.FindAsync(due.ItemKey);
            var schedules = await turn.Store.SchedulesAsync(due.ItemKey);
            if (item is null || !schedules.Contains(due)) return new WriteResult.Missing(due.ItemKey);

            await turn.Store.UnscheduleAsync(due.ItemKey, due.Culture, due.Action);
            var result = due.Action == ScheduledAction.Release
                ? await ReleaseAsync(turn, item, due)
                : await UnpublishAsync(turn, item, [due.Culture]);
            outcome = new DueOutcome(due, result);
            return result is WriteResult.Done { Seq: > 0 } ? result : await ScheduledAsync(turn, item, due.Culture);
        }, cancellation, due.Reason);
        return outcome;
    }

    /// <summary>Shows the revision that was approved when the release was planned, even when the draft has gone on since.</summary>
    private async Task<WriteResult> ReleaseAsync(WriteTurn turn, Item item, Schedule due)
    {
        if (RefusalOf(turn, item) is { } refusal) return refusal;
        var trail = await turn.TrailAsync(item);
        if (due.Revision is not { } number || !trail.IsApproved(due.Culture, number)) return NotApproved([due.Culture]);
        var draft = await turn.DraftAsync(item);
        var approved = await RevisionsAsync(turn, item, draft, [(due.Culture, number)]);
        var (_, refused) = PublishedCultures.Wanted(validation.Schema, validation.TypeOf(item), approved[due.Culture].Content, [due.Culture]);
        return refused.IsEmpty ? await ShowAsync(turn, item, draft, approved, trail, approving: false) : new WriteResult.Invalid(refused);
    }

    private static async Task ClearAsync(WriteTurn turn, Item item, Func<Schedule, bool> which)
    {
        foreach (var schedule in (await turn.Store.SchedulesAsync(item.Key)).Where(which))
        {
            await turn.Store.UnscheduleAsync(item.Key, schedule.Culture, schedule.Action);
            await turn.LogAsync(ChangeKind.Scheduled, item, schedule.Culture);
        }
    }
}
