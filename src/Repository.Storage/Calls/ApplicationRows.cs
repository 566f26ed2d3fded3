using System.Globalization;
using Repository.Core.Calls;
using Repository.Core.Forms.Entries;

namespace Repository.Storage.Calls;

// Dapper fills a constructor only when every column has exactly its type, and SQLite's integers are all long: hence settable rows.
internal sealed class ApplicationRow
{
    public const string Columns =
        """
        entry_key AS EntryKey, call_key AS CallKey, remedy AS Remedy, remedy_until AS RemedyUntil, rubric AS Rubric, threshold AS Threshold, recognised AS Recognised,
        reason AS Reason, decided_at AS DecidedAt, decided_by AS DecidedBy, start_day AS StartDay
        """;

    private const string Iso = "yyyy-MM-dd";

    public Guid EntryKey { get; init; }
    public Guid? CallKey { get; init; }
    public string? Remedy { get; init; }
    public DateTimeOffset? RemedyUntil { get; init; }
    public string? Rubric { get; init; }
    public string? Threshold { get; init; }
    public bool? Recognised { get; init; }
    public string? Reason { get; init; }
    public DateTimeOffset? DecidedAt { get; init; }
    public string? DecidedBy { get; init; }
    public string? StartDay { get; init; }

    public static ApplicationRow Of(Application application) => new()
    {
        EntryKey = application.Entry.Key,
        CallKey = application.Call,
        Remedy = application.Remedy?.Reason,
        RemedyUntil = application.Remedy?.Until,
        Rubric = application.Panel is { } panel ? CallJson.Write(panel.Rubric) : null,
        Threshold = application.Panel?.Threshold.ToString(CultureInfo.InvariantCulture),
        Recognised = application.Decision?.IsRecognised,
        Reason = application.Decision?.Reason,
        DecidedAt = application.Decision?.At,
        DecidedBy = application.Decision?.By,
        StartDay = application.Decision?.Start?.ToString(Iso, CultureInfo.InvariantCulture),
    };

    public Application Of(FormEntry entry, IEnumerable<ScoreSheet> sheets) => new(entry)
    {
        Call = CallKey,
        Remedy = Remedy is { } asked && RemedyUntil is { } until ? new Remedy(asked, until) : null,
        Panel = Rubric is { } rubric ? new EvaluationPanel(CallJson.ReadRubric(rubric), EntryKey, decimal.Parse(Threshold!, CultureInfo.InvariantCulture), [.. sheets]) : null,
        Decision = Recognised is { } recognised && DecidedAt is { } at
            ? new Decision(recognised, Reason ?? "", at, DecidedBy ?? "", StartDay is { } day ? DateOnly.ParseExact(day, Iso, CultureInfo.InvariantCulture) : null)
            : null,
    };
}

internal sealed class SheetRow
{
    public const string Columns =
        "entry_key AS EntryKey, evaluator AS Evaluator, revision AS Revision, conflict AS Conflict, conflict_reason AS ConflictReason, scores AS Scores, sealed_at AS SealedAt";

    public Guid EntryKey { get; init; }
    public Guid Evaluator { get; init; }
    public int Revision { get; init; }
    public bool? Conflict { get; init; }
    public string ConflictReason { get; init; } = "";
    public string Scores { get; init; } = "{}";
    public DateTimeOffset? SealedAt { get; init; }

    public static SheetRow Of(Guid entry, ScoreSheet sheet) => new()
    {
        EntryKey = entry,
        Evaluator = sheet.Evaluator,
        Revision = sheet.Revision,
        Conflict = sheet.HasConflict,
        ConflictReason = sheet.ConflictReason,
        Scores = CallJson.Write(sheet.Scores),
        SealedAt = sheet.SealedAt,
    };

    public ScoreSheet Sheet => new(Evaluator) { Revision = Revision, HasConflict = Conflict, ConflictReason = ConflictReason, Scores = CallJson.ReadScores(Scores), SealedAt = SealedAt };
}

internal sealed class CallEventRow
{
    public DateTimeOffset At { get; init; }
    public string By { get; init; } = "";
    public CallDeed Deed { get; init; }
    public Guid? Subject { get; init; }
    public string Text { get; init; } = "";

    public CallEvent Event => new(At, By, Deed, Subject, Text);
}

internal sealed class LateAttemptRow
{
    public Guid Key { get; init; }
    public DateTimeOffset At { get; init; }
}
