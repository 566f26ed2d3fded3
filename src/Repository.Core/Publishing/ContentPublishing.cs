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

    /// <summary>Shows the draft to the public in some cultures; none given means all it is written in.</summary>
    public Task<WriteResult> PublishAsync(Seen seen, IReadOnlyCollection<string> cultures, CancellationToken cancellation) =>
        writer.ChangeAsync(seen, Act.Publish, (turn, item) => PublishAsync(turn, item, cultures), cancellation);

    /// <summary>Takes cultures away from the public; none given, or a mandatory language among them, means all.</summary>
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

    private async Task<WriteResult> PublishAsync(WriteTurn turn, Item item, IReadOnlyCollection<string> given)
    {
        if (item.Trashed) return new WriteResult.Invalid("", Refusals.InBin);
        if (item.Kind == ItemKind.Media) return new WriteResult.Invalid("", Refusals.MediaAlwaysPublic);
        var type = validation.TypeOf(item);
        var draft = await turn.DraftAsync(item);
        var (cultures, refused) = PublishedCultures.Wanted(validation.Schema, type, draft.Content, given);
        if (!refused.IsEmpty) return new WriteResult.Invalid(refused);
        var reading = validation.Read(type, draft.Content);
        var problems = await _check.ProblemsAsync(turn.Store, item, reading, cultures);
        if (!problems.IsEmpty) return new WriteResult.Invalid(problems);

        var publications = (await turn.Store.PublicationsAsync(item.Key)).ToDictionary(publication => publication.Culture);
        var changed = cultures.Where(culture => publications.GetValueOrDefault(culture)?.Revision != draft.Number).ToImmutableArray();
        if (changed.IsEmpty) return turn.Done(item);
        foreach (var culture in changed)
        {
            publications[culture] = await PublicationSteps.PublishAsync(turn, validation.Schema, item, draft, culture, publications.GetValueOrDefault(culture));
        }

        // What was planned to appear has appeared: a later release would show drafts nobody has decided on.
        await ClearAsync(turn, item, schedule => schedule.Action == ScheduledAction.Release && changed.Contains(schedule.Culture));
        var updated = await turn.UpdateAsync(item);
        await _drafts.RenewReferencesAsync(turn, updated, reading, publications.Values);
        return turn.Done(updated);
    }

    private async Task<WriteResult> UnpublishAsync(WriteTurn turn, Item item, IReadOnlyCollection<string> given)
    {
        if (item.Kind == ItemKind.Media) return new WriteResult.Invalid("", Refusals.MediaAlwaysPublic);
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
        if (item.Trashed) return new WriteResult.Invalid("", Refusals.InBin);
        if (item.Kind == ItemKind.Media) return new WriteResult.Invalid("", Refusals.MediaAlwaysPublic);
        if (planned.At <= turn.At) return new WriteResult.Invalid("", Refusals.DateNotAhead);
        var draft = await turn.DraftAsync(item);
        var (cultures, refused) = PublishedCultures.Wanted(validation.Schema, validation.TypeOf(item), draft.Content, [planned.Culture]);
        if (!refused.IsEmpty) return new WriteResult.Invalid(refused);
        var schedules = await turn.Store.SchedulesAsync(item.Key);
        var wanted = new Schedule(item.Key, cultures[0], planned.Action, planned.At);
        if (schedules.Contains(wanted)) return turn.Done(item);
        if (EndsBeforeItBegins(schedules, wanted)) return new WriteResult.Invalid("", Refusals.ExpiryBeforeRelease);

        await turn.Store.UnscheduleAsync(item.Key, wanted.Culture, wanted.Action);
        await turn.Store.ScheduleAsync(wanted);
        return await ScheduledAsync(turn, item, wanted.Culture);
    }

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
                ? await PublishAsync(turn, item, [due.Culture])
                : await UnpublishAsync(turn, item, [due.Culture]);
            outcome = new DueOutcome(due, result);
            return result is WriteResult.Done { Seq: > 0 } ? result : await ScheduledAsync(turn, item, due.Culture);
        }, cancellation);
        return outcome;
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
