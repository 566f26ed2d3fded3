using Repository.Core.Calls;
using Repository.Core.Forms.Entries;
using Repository.Storage.Forms;

namespace Repository.Storage.Calls;

/// <summary>Writes what a step changed within one transaction.</summary>
internal sealed class ApplicationWriting(Session session)
{
    /// <summary>False when the entry has gone on meanwhile.</summary>
    public async Task<bool> WriteAsync(Application before, Application after, IReadOnlyList<CallEvent> events)
    {
        if (after.Entry.State != before.Entry.State && await new EntryWriting(session).ChangeAsync(after.Entry, events.Count > 0 ? events[0].By : "", []) is not EntryResult.Done) return false;
        await session.ExecuteAsync(
            """
            INSERT INTO call_application (entry_key, call_key, remedy, remedy_until, rubric, threshold, recognised, reason, decided_at, decided_by, start_day)
            VALUES (@EntryKey, @CallKey, @Remedy, @RemedyUntil, @Rubric, @Threshold, @Recognised, @Reason, @DecidedAt, @DecidedBy, @StartDay)
            ON CONFLICT (entry_key) DO UPDATE SET call_key = @CallKey, remedy = @Remedy, remedy_until = @RemedyUntil, rubric = @Rubric, threshold = @Threshold,
                recognised = @Recognised, reason = @Reason, decided_at = @DecidedAt, decided_by = @DecidedBy, start_day = @StartDay
            """,
            ApplicationRow.Of(after));
        await WriteSheetsAsync(before.Entry.Key, before.Panel, after.Panel);
        foreach (var told in events) await TellAsync(before.Entry.Key, told);
        return true;
    }

    private async Task WriteSheetsAsync(Guid entry, EvaluationPanel? before, EvaluationPanel? after)
    {
        foreach (var (place, sheet) in (after?.Sheets ?? []).Index())
        {
            if (before?.Find(sheet.Evaluator) is not { } known) await AddAsync(entry, place, sheet);
            else if (known != sheet) await ChangeAsync(entry, known, sheet);
        }

        foreach (var gone in (before?.Sheets ?? []).Where(sheet => after?.Find(sheet.Evaluator) is null))
        {
            Demand(await session.ExecuteAsync(
                "DELETE FROM call_sheet WHERE entry_key = @Entry AND evaluator = @Evaluator AND sealed_at IS NULL", new { Entry = entry, gone.Evaluator }));
        }
    }

    private async Task AddAsync(Guid entry, int place, ScoreSheet sheet)
    {
        var row = SheetRow.Of(entry, sheet);
        await session.ExecuteAsync(
            """
            INSERT INTO call_sheet (entry_key, evaluator, place, revision, conflict, conflict_reason, scores, sealed_at)
            VALUES (@EntryKey, @Evaluator, @Place, @Revision, @Conflict, @ConflictReason, @Scores, @SealedAt)
            """,
            new { row.EntryKey, row.Evaluator, Place = place, row.Revision, row.Conflict, row.ConflictReason, row.Scores, row.SealedAt });
    }

    private async Task ChangeAsync(Guid entry, ScoreSheet known, ScoreSheet sheet)
    {
        var row = SheetRow.Of(entry, sheet);
        Demand(await session.ExecuteAsync(
            """
            UPDATE call_sheet SET revision = @Revision, conflict = @Conflict, conflict_reason = @ConflictReason, scores = @Scores, sealed_at = @SealedAt
            WHERE entry_key = @EntryKey AND evaluator = @Evaluator AND revision = @Known AND sealed_at IS NULL
            """,
            new { row.EntryKey, row.Evaluator, row.Revision, row.Conflict, row.ConflictReason, row.Scores, row.SealedAt, Known = known.Revision }));
    }

    private async Task TellAsync(Guid entry, CallEvent told)
    {
        var number = 1 + await session.FirstAsync<int>("SELECT COALESCE(MAX(number), 0) FROM call_event WHERE entry_key = @Entry", new { Entry = entry });
        await session.ExecuteAsync(
            "INSERT INTO call_event (entry_key, number, at, by, deed, subject, text) VALUES (@Entry, @Number, @At, @By, @Deed, @Subject, @Text)",
            new { Entry = entry, Number = number, told.At, told.By, Deed = told.Deed.ToString(), told.Subject, told.Text });
    }

    private static void Demand(int written)
    {
        if (written == 0) throw new InvalidOperationException("What is sealed is never written again.");
    }
}
