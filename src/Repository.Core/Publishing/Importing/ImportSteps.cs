using Repository.Core.Content;
using Repository.Core.Workflow;

namespace Repository.Core.Publishing.Importing;

/// <summary>Carries out an import's plan, item by item. What is as the file tells it already is not written.</summary>
internal sealed class ImportSteps(ContentValidation validation, ImportPlan plan, WriteTurn turn)
{
    private readonly DraftSteps _drafts = new(validation);

    public async Task<ImportCounts> RunAsync()
    {
        var (created, updated) = (0, 0);

        // Segments of what is to go are free for what comes.
        foreach (var item in plan.Doomed) await WithdrawAsync(item);
        foreach (var candidate in plan.Candidates)
        {
            if (candidate.Existing is not { } existing) created += await CreateAsync(candidate);
            else if (await UpdateAsync(candidate, existing)) updated++;
        }

        foreach (var item in plan.Dragged) await DragAsync(item);
        foreach (var item in plan.Doomed) await BinSteps.DeleteAsync(turn, item);
        return new ImportCounts(created, updated, plan.Candidates.Count - created - updated, plan.Doomed.Count);
    }

    private async Task<int> CreateAsync(Candidate candidate)
    {
        var item = Wanted(candidate);
        var first = await DraftSteps.InsertAsync(turn, item, candidate.Reading);
        foreach (var culture in candidate.Published ?? []) await ShowAsync(candidate, item, first, culture, null);
        await _drafts.RenewReferencesAsync(turn, item, candidate.Reading, []);
        foreach (var planned in Ahead(candidate)) await ScheduleAsync(candidate, ToSchedule(item, planned), item, first);
        return 1;
    }

    private async Task<bool> UpdateAsync(Candidate candidate, Item existing)
    {
        var before = turn.Seq;
        var current = await turn.DraftAsync(existing);
        var content = existing.Kind == ItemKind.Media ? MediaFacts.Kept(candidate.Reading.Content, current.Content) : candidate.Reading.Content;
        var reading = candidate.Reading with { Content = content };
        var (item, draft) = (Wanted(candidate), current);
        if (!content.Equals(current.Content)) (item, draft) = await DraftSteps.ReviseAsync(turn, item, current, reading);

        var saved = item == existing ? existing : await PlaceAsync(existing, item);
        var publications = await PublishAsync(candidate, existing, saved, draft);
        await RescheduleAsync(candidate, existing, saved, draft);
        if (turn.Seq == before) return false;
        if (saved.Version == existing.Version) saved = await turn.UpdateAsync(saved);
        await _drafts.RenewReferencesAsync(turn, saved, reading, publications);
        return true;
    }

    private async Task<Item> PlaceAsync(Item existing, Item wanted)
    {
        if (wanted.Trashed && !existing.Trashed) return await BinSteps.TrashAsync(turn, wanted);
        if (!wanted.Trashed && existing.Trashed) return await BinSteps.RestoreAsync(turn, wanted);
        var saved = await turn.UpdateAsync(wanted);
        if (Place(existing) != Place(wanted)) await turn.LogAsync(ChangeKind.Moved, saved);
        if (existing.Restricted != wanted.Restricted) await turn.LogAsync(ChangeKind.Restricted, saved);
        return saved;
    }

    private static (Guid?, Guid?, int) Place(Item item) => (item.ParentKey, item.TrashedFrom, item.SortOrder);

    private async Task<IReadOnlyCollection<Publication>> PublishAsync(Candidate candidate, Item existing, Item saved, Revision draft)
    {
        var shown = await turn.Store.PublicationsAsync(saved.Key);
        if (candidate.Published is { } cultures)
        {
            await PublicationSteps.UnpublishAsync(turn, saved, shown.Where(publication => !cultures.Contains(publication.Culture)));
            shown = [.. shown.Where(publication => cultures.Contains(publication.Culture))];
        }

        var publications = (await PublicationSteps.RehomeAsync(turn, validation.Schema, existing, saved, shown)).ToDictionary(publication => publication.Culture);
        foreach (var culture in candidate.Published ?? [])
        {
            var current = publications.GetValueOrDefault(culture);
            if (current is not null && await ShowsAsync(current, draft))
            {
                // The public reads these words already, but somebody had gone on from them: the file's word ends that.
                if (draft.Number != existing.Revision && saved.Kind == ItemKind.Document) await ApprovedRevision.FromFileAsync(turn, saved, draft, culture, candidate.File.Source);
                continue;
            }

            publications[culture] = await ShowAsync(candidate, saved, draft, culture, current);
        }

        return publications.Values;
    }

    private async Task<Publication> ShowAsync(Candidate candidate, Item item, Revision draft, string culture, Publication? current)
    {
        if (item.Kind == ItemKind.Media) return (await PublicationSteps.PublishMediaAsync(turn, item, draft))[0];
        var approved = await ApprovedRevision.FromFileAsync(turn, item, draft, culture, candidate.File.Source);
        return await PublicationSteps.PublishAsync(turn, validation.Schema, item, approved, current);
    }

    /// <summary>Does the public see a draft's texts in a culture already, be it in an older revision?</summary>
    private async Task<bool> ShowsAsync(Publication publication, Revision draft)
    {
        if (publication.Revision == draft.Number) return true;
        var published = await turn.Store.RevisionAsync(publication.ItemKey, publication.Revision);
        return published is not null && !DraftSteps.ChangedCultures(published.Content, draft.Content).Any(culture => culture.Length == 0 || culture == publication.Culture);
    }

    private async Task RescheduleAsync(Candidate candidate, Item existing, Item item, Revision draft)
    {
        if (candidate.File.Schedules is null || item.Trashed) return;
        var standing = await turn.Store.SchedulesAsync(item.Key);
        var wanted = Ahead(candidate).Select(planned => Standing(ToSchedule(item, planned), standing, isNew: draft.Number != existing.Revision)).ToHashSet();

        // What is due but has not been done yet will be: a file cannot tell it apart from what has passed.
        foreach (var schedule in standing.Where(schedule => schedule.At > turn.At && !wanted.Contains(schedule)))
        {
            await turn.Store.UnscheduleAsync(item.Key, schedule.Culture, schedule.Action);
            await turn.LogAsync(ChangeKind.Scheduled, item, schedule.Culture);
        }

        foreach (var schedule in wanted.Except(standing)) await ScheduleAsync(candidate, schedule, item, draft);
    }

    /// <summary>The same plan as it stands already. Only a release of what the file brings anew is another.</summary>
    private static Schedule Standing(Schedule wanted, IEnumerable<Schedule> standing, bool isNew) => standing.FirstOrDefault(known =>
        (known.Culture, known.Action, known.At) == (wanted.Culture, wanted.Action, wanted.At) && !(isNew && known.Action == ScheduledAction.Release)) ?? wanted;

    private async Task ScheduleAsync(Candidate candidate, Schedule schedule, Item item, Revision draft)
    {
        if (schedule.Action == ScheduledAction.Release)
        {
            await ApprovedRevision.FromFileAsync(turn, item, draft, schedule.Culture, candidate.File.Source);
            schedule = schedule with { Revision = draft.Number };
        }

        await turn.Store.ScheduleAsync(schedule);
        await turn.LogAsync(ChangeKind.Scheduled, item, schedule.Culture);
    }

    private Schedule ToSchedule(Item item, Planned planned) => new(item.Key, validation.Schema.KnownTag(planned.Culture) ?? planned.Culture, planned.Action, planned.At);

    private IEnumerable<Planned> Ahead(Candidate candidate) =>
        candidate.File.Trashed ? [] : (candidate.File.Schedules ?? []).Where(planned => planned.At > turn.At);

    private async Task DragAsync(Item item)
    {
        if (!item.Trashed)
        {
            await BinSteps.TrashAsync(turn, item);
            return;
        }

        var restored = await BinSteps.RestoreAsync(turn, item);
        if (restored.Kind == ItemKind.Media) await PublicationSteps.PublishMediaAsync(turn, restored, await turn.DraftAsync(restored));
    }

    private async Task WithdrawAsync(Item item)
    {
        foreach (var publication in await turn.Store.PublicationsAsync(item.Key))
        {
            await PublicationSteps.WithdrawAsync(turn, item, publication);
        }
    }

    private Item Wanted(Candidate candidate) =>
        candidate.Wanted(turn.At, turn.By, candidate.ParentKey is { } parent && plan.WillBeTrashed(parent));
}
