using System.Collections.Immutable;
using Repository.Core.Workflow;

namespace Repository.Core.Calls;

/// <summary>What an evaluator does with their own sheet, and never with another: says whether there is a conflict of interest, scores, seals.</summary>
public sealed class Evaluating(ICallStore store, TimeProvider clock)
{
    public const int LongestReason = 4000;

    public Task<CallResult> DeclareAsync(EvaluationStep step, bool hasConflict, string reason, CancellationToken cancellation) => TakeAsync(
        step,
        panel => reason.Length > LongestReason ? TooLong : panel.Declare(step.By.Key, hasConflict, reason),
        hasConflict ? CallDeed.DeclaredConflict : CallDeed.DeclaredNone,
        cancellation);

    /// <summary>Keeps scores as they are so far. What has neither level nor reason is left as it was.</summary>
    public Task<CallResult> ScoreAsync(EvaluationStep step, IReadOnlyDictionary<string, CriterionScore> scores, CancellationToken cancellation) =>
        TakeAsync(step, panel => Scored(step, panel, scores), null, cancellation);

    /// <summary>Keeps the scores and seals them, in one step.</summary>
    public Task<CallResult> SealAsync(EvaluationStep step, IReadOnlyDictionary<string, CriterionScore> scores, CancellationToken cancellation) =>
        TakeAsync(step, panel => Scored(step, panel, scores) is PanelResult.Done scored ? scored.Panel.Seal(step.By.Key, clock.GetUtcNow()) : Scored(step, panel, scores), CallDeed.Sealed, cancellation);

    private static readonly PanelResult.Refused TooLong = new("El texto es demasiado largo.");

    private static PanelResult Scored(EvaluationStep step, EvaluationPanel panel, IReadOnlyDictionary<string, CriterionScore> scores)
    {
        if (panel.Find(step.By.Key)?.IsSealed == true) return panel.Seal(step.By.Key, default);
        if (scores.Values.Any(score => score.Reason.Length > LongestReason)) return TooLong;
        PanelResult result = new PanelResult.Done(panel);
        foreach (var (criterion, score) in scores)
        {
            if (result is PanelResult.Done done) result = done.Panel.Score(step.By.Key, criterion, score.Level, score.Reason);
        }

        return result;
    }

    private Task<CallResult> TakeAsync(EvaluationStep step, Func<EvaluationPanel, PanelResult> change, CallDeed? deed, CancellationToken cancellation) => Permissions.MaySomewhere(step.By, Act.Evaluate)
        ? store.StepAsync(step.Application, application => Take(step, application, change, deed), cancellation)
        : Task.FromResult<CallResult>(new CallResult.Forbidden());

    private CallResult Take(EvaluationStep step, Application application, Func<EvaluationPanel, PanelResult> change, CallDeed? deed)
    {
        // Whoever evaluates something else learns no more than that this is not theirs.
        if (application.Panel is not { } panel || panel.Find(step.By.Key) is not { } sheet) return new CallResult.Missing();
        if (application.State != ApplicationStates.InEvaluation) return new CallResult.Refused("La postulación ya no está en evaluación.");
        if (sheet.Revision != step.Revision && !sheet.IsSealed) return new CallResult.Stale();
        return change(panel) switch
        {
            PanelResult.Done done => new CallResult.Done(application with { Panel = Once(done.Panel, sheet) }, Told(step, sheet, deed)),
            PanelResult.Refused refused => new CallResult.Refused(refused.Reason),
            _ => throw new InvalidOperationException("A panel takes a step or refuses it."),
        };
    }

    /// <summary>However many criteria were scored, it is one change.</summary>
    private static EvaluationPanel Once(EvaluationPanel panel, ScoreSheet before) =>
        panel with { Sheets = [.. panel.Sheets.Select(sheet => sheet.Evaluator == before.Evaluator ? sheet with { Revision = before.Revision + 1 } : sheet)] };

    private ImmutableArray<CallEvent> Told(EvaluationStep step, ScoreSheet sheet, CallDeed? deed) => deed is { } told ? [new CallEvent(clock.GetUtcNow(), step.By.By, told, sheet.Evaluator)] : [];
}

/// <summary>A step about one's own sheet, as it was seen.</summary>
public sealed record EvaluationStep(Guid Application, int Revision, Person By);
