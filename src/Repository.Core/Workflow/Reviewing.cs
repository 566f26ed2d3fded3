using System.Collections.Immutable;
using Repository.Core.Content;
using Repository.Core.Publishing;

namespace Repository.Core.Workflow;

/// <summary>
/// The way of a draft to its approval and back. Each step is about the newest revision, in some languages (none given: all in which the step makes sense), and takes
/// the writer's reason along as its note.
/// </summary>
public sealed class Reviewing(ContentWriter writer, ContentValidation validation)
{
    private readonly PublicationCheck _check = new(validation);

    /// <summary>Hands a draft to those who review. Whoever only translates hands in translations.</summary>
    public Task<WriteResult> SubmitAsync(Seen seen, IReadOnlyCollection<string> cultures, CancellationToken cancellation) =>
        writer.ChangeAsync(seen, [Act.Write, Act.Translate], null, (turn, item) => StepAsync(turn, item, ReviewStep.Submit, cultures), cancellation);

    /// <summary>Takes a draft back from review, or from an approval that nobody has acted upon.</summary>
    public Task<WriteResult> ReturnToDraftAsync(Seen seen, IReadOnlyCollection<string> cultures, CancellationToken cancellation) =>
        writer.ChangeAsync(seen, [Act.Write, Act.Translate], null, (turn, item) => StepAsync(turn, item, ReviewStep.ReturnToDraft, cultures), cancellation);

    public Task<WriteResult> RequestChangesAsync(Seen seen, IReadOnlyCollection<string> cultures, CancellationToken cancellation) =>
        writer.ChangeAsync(seen, Act.Review, (turn, item) => StepAsync(turn, item, ReviewStep.RequestChanges, cultures), cancellation);

    /// <summary>Says that the newest revision is fit for the public. Only what is complete can be.</summary>
    public Task<WriteResult> ApproveAsync(Seen seen, IReadOnlyCollection<string> cultures, CancellationToken cancellation) =>
        writer.ChangeAsync(seen, Act.Review, (turn, item) => StepAsync(turn, item, ReviewStep.Approve, cultures), cancellation);

    /// <summary>What would keep the newest revision from the public in a language.</summary>
    public Task<ImmutableArray<ValueProblem>> ProblemsAsync(Guid key, string culture, CancellationToken cancellation) => writer.Store.ReadAsync(
        async reader =>
        {
            if (await reader.FindAsync(key) is not { } item || await reader.RevisionAsync(key, item.Revision) is not { } draft) return [];
            return await _check.ProblemsAsync(reader, item, validation.Read(validation.TypeOf(item), draft.Content), [culture], [culture]);
        },
        cancellation);

    private async Task<WriteResult> StepAsync(WriteTurn turn, Item item, ReviewStep step, IReadOnlyCollection<string> given)
    {
        if (item.Trashed) return new WriteResult.Invalid("", Refusals.InBin);
        if (item.Kind == ItemKind.Media) return new WriteResult.Invalid("", Refusals.MediaAlwaysPublic);
        if (turn.Reason.Length > Refusals.MaxReason) return new WriteResult.Invalid("reason", Refusals.ReasonTooLong);
        var draft = await turn.DraftAsync(item);
        var type = validation.TypeOf(item);
        var (written, refused) = PublishedCultures.Wanted(validation.Schema, type, draft.Content, given);
        if (!refused.IsEmpty) return new WriteResult.Invalid(refused);
        var trail = await turn.TrailAsync(item);
        ImmutableArray<string> cultures = given.Count > 0 ? written : [.. written.Where(culture => trail.Next(step, culture, draft.Number) is not null)];
        if (cultures.IsEmpty) return new WriteResult.Invalid("", Refusals.StepMakesNoSense(step));
        if (cultures.Where(culture => trail.Next(step, culture, draft.Number) is null).ToImmutableArray() is { IsEmpty: false } unfit) return Refused(unfit, step);
        if (step is ReviewStep.Submit or ReviewStep.ReturnToDraft && await RefuseOriginalAsync(turn, item, cultures) is { } forbidden) return forbidden;
        if (step == ReviewStep.Approve && await ProblemsAsync(turn, item, draft, cultures) is { IsEmpty: false } problems) return new WriteResult.Invalid(problems);

        foreach (var culture in cultures)
        {
            // A schedule holds on to what was approved: without the approval there is nothing to hold.
            if (trail.Approved(culture) is not null) await ReleaseAsync(turn, item, culture);
            await turn.DecideAsync(item, culture, trail.Concerned(step, culture, draft.Number), trail.Next(step, culture, draft.Number)!.Value);
            await turn.LogAsync(ChangeKind.Reviewed, item, culture);
        }

        return turn.Done(await turn.UpdateAsync(item));
    }

    private async Task<ImmutableArray<ValueProblem>> ProblemsAsync(WriteTurn turn, Item item, Revision draft, IReadOnlyCollection<string> cultures) =>
        turn.Person is null ? [] : await _check.ContentProblemsAsync(turn.Store, validation.Read(validation.TypeOf(item), draft.Content), cultures);

    private async Task<WriteResult?> RefuseOriginalAsync(WriteTurn turn, Item item, IReadOnlyCollection<string> cultures)
    {
        if (cultures.All(culture => culture.Length > 0 && culture != validation.Schema.DefaultLanguage.Tag)) return null;
        return await turn.RefuseAsync(item.Kind, item, Act.Write) is null ? null : new WriteResult.Forbidden(Refusals.OnlyTranslates);
    }

    private static async Task ReleaseAsync(WriteTurn turn, Item item, string culture)
    {
        if (!(await turn.Store.SchedulesAsync(item.Key)).Any(schedule => schedule.Culture == culture && schedule.Action == ScheduledAction.Release)) return;
        await turn.Store.UnscheduleAsync(item.Key, culture, ScheduledAction.Release);
        await turn.LogAsync(ChangeKind.Scheduled, item, culture);
    }

    private static WriteResult.Invalid Refused(ImmutableArray<string> cultures, ReviewStep step) =>
        new([.. cultures.Select(culture => new ValueProblem("", culture, Refusals.StepMakesNoSense(step)))]);
}
