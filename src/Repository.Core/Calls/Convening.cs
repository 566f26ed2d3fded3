using Repository.Core.Forms.Entries;
using Repository.Core.Workflow;

namespace Repository.Core.Calls;

/// <summary>What those who called do with an application: ask for more, admit, have it evaluated, decide. Whoever convenes a call evaluates nothing in it.</summary>
public sealed class Convening(ICallStore store, TimeProvider clock)
{
    public const int LongestReason = 2000;

    /// <summary>May a person see the applications of a call and what is done about them?</summary>
    public static bool May(Person person, Call call) => Permissions.May(person, Act.Convene, call.Lineage);

    /// <summary>May a person be asked to evaluate?</summary>
    public static bool MayEvaluate(Person person, Call call) => Permissions.May(person, Act.Evaluate, call.Lineage) && !May(person, call);

    /// <summary>Asks the applicant for what is missing. The last day is one of the call's zone, and counts whole.</summary>
    public Task<CallResult> AskAsync(CallStep step, string reason, DateOnly? lastDay, CancellationToken cancellation) => TakeAsync(
        step,
        application =>
        {
            if (ReasonRefusal(reason, "Di qué falta.") is { } refusal) return refusal;
            var now = clock.GetUtcNow();
            if (lastDay is not { } day || day.Year > 2999 || step.Call.Zone.StartOf(day.AddDays(1)) is var until && until <= now) return new CallResult.Refused("El plazo para completar termina hoy o después.");
            return Move(step, application with { Remedy = new Remedy(reason.Trim(), until) }, ApplicationStates.Prevented, CallDeed.Asked, reason.Trim());
        },
        cancellation);

    public Task<CallResult> AdmitAsync(CallStep step, CancellationToken cancellation) =>
        TakeAsync(step, application => Move(step, application, ApplicationStates.Admitted, CallDeed.Admitted), cancellation);

    /// <summary>Turns an application down that is not fit to be evaluated.</summary>
    public Task<CallResult> DismissAsync(CallStep step, string reason, CancellationToken cancellation) => TakeAsync(
        step,
        application =>
        {
            if (application.State == ApplicationStates.InEvaluation) return new CallResult.Refused("Una postulación en evaluación se decide con el resultado.");
            if (ReasonRefusal(reason, "Di por qué no se reconoce.") is { } refusal) return refusal;
            return Move(step, application with { Decision = new Decision(false, reason.Trim(), clock.GetUtcNow(), step.By.By, null) }, ApplicationStates.NotRecognised, CallDeed.NotRecognised, reason.Trim());
        },
        cancellation);

    /// <summary>From here on the rubric of the application stays as it is, whatever becomes of that of the call.</summary>
    public Task<CallResult> BeginAsync(CallStep step, CancellationToken cancellation) => TakeAsync(
        step,
        application => step.Call.Rubric is not { } rubric
            ? new CallResult.Refused(["La convocatoria no tiene una rúbrica completa.", .. step.Call.Problems])
            : Move(step, application with { Panel = EvaluationPanel.For(application.Entry.Key, rubric, step.Call.Threshold) }, ApplicationStates.InEvaluation, CallDeed.Begun),
        cancellation);

    public Task<CallResult> AssignAsync(CallStep step, Person evaluator, string email, CancellationToken cancellation) => TakeAsync(
        step,
        application => MayEvaluate(evaluator, step.Call)
            ? OnPanel(step, application, panel => panel.Assign(evaluator.Key, Names(application, email) ? evaluator.Key : null), CallDeed.Assigned, evaluator.Key)
            : new CallResult.Refused("Esa persona no puede evaluar en esta convocatoria."),
        cancellation);

    public Task<CallResult> ReleaseAsync(CallStep step, Guid evaluator, CancellationToken cancellation) =>
        TakeAsync(step, application => OnPanel(step, application, panel => panel.Release(evaluator), CallDeed.Released, evaluator), cancellation);

    /// <summary>Ends an evaluation as its result says.</summary>
    /// <param name="start">The first day of the recognition, should it come to one.</param>
    public Task<CallResult> DecideAsync(CallStep step, DateOnly? start, CancellationToken cancellation) => TakeAsync(
        step,
        application =>
        {
            if (application.Panel?.Verdict is not { } verdict) return new CallResult.Refused("Todavía no hay resultado: falta que sellen quienes evalúan.");
            if (!verdict.IsRecognised) return Move(step, application with { Decision = Decided(null) }, ApplicationStates.NotRecognised, CallDeed.NotRecognised);
            return start is not { Year: > 1900 and < 2900 } first
                ? new CallResult.Refused("Di desde qué día vale el reconocimiento.")
                : Move(step, application with { Decision = Decided(first) }, ApplicationStates.Recognised, CallDeed.Recognised);

            Decision Decided(DateOnly? day) => new(verdict.IsRecognised, "", clock.GetUtcNow(), step.By.By, day);
        },
        cancellation);

    private Task<CallResult> TakeAsync(CallStep step, Func<Application, CallResult> take, CancellationToken cancellation) => May(step.By, step.Call)
        ? store.StepAsync(
            step.Application,
            application => application switch
            {
                _ when application.Entry.Form != step.Call.Form || application.Call is { } other && other != step.Call.Key => new CallResult.Missing(),
                _ when application.Entry.Revision != step.Revision => new CallResult.Stale(),
                _ => take(application with { Call = step.Call.Key }),
            },
            cancellation)
        : Task.FromResult<CallResult>(new CallResult.Forbidden());

    private CallResult Move(CallStep step, Application application, EntryState next, CallDeed deed, string text = "")
    {
        var now = clock.GetUtcNow();
        // Dates count for applicants alone.
        var dates = step.Call.Dates ?? new CallDates(step.Call.Zone, null, DateTime.UnixEpoch);
        if (ApplicationStates.Refusal(application.State, next, Actor.Convener, now, dates) is { } refusal) return new CallResult.Refused(refusal);
        return new CallResult.Done(application with { Entry = application.Entry with { State = next, ChangedAt = now } }, [new CallEvent(now, step.By.By, deed, null, text)]);
    }

    private CallResult OnPanel(CallStep step, Application application, Func<EvaluationPanel, PanelResult> change, CallDeed deed, Guid evaluator)
    {
        if (application.State != ApplicationStates.InEvaluation || application.Panel is not { } panel) return new CallResult.Refused("La postulación no está en evaluación.");
        return change(panel) switch
        {
            PanelResult.Done done => new CallResult.Done(application with { Panel = done.Panel }, [new CallEvent(clock.GetUtcNow(), step.By.By, deed, evaluator)]),
            PanelResult.Refused refused => new CallResult.Refused(refused.Reason),
            _ => throw new InvalidOperationException("A panel takes a step or refuses it."),
        };
    }

    /// <summary>Does the application give this address as its own?</summary>
    private static bool Names(Application application, string email) =>
        email.Length > 0 && application.Entry.Answers.ByAlias.Values.Any(values => values.Any(value => string.Equals(value.Trim(), email, StringComparison.OrdinalIgnoreCase)));

    private static CallResult.Refused? ReasonRefusal(string reason, string missing) =>
        string.IsNullOrWhiteSpace(reason) ? new CallResult.Refused(missing) : reason.Length > LongestReason ? new CallResult.Refused("El texto es demasiado largo.") : null;
}

/// <summary>A step about an application, as it was seen.</summary>
public sealed record CallStep(Call Call, Guid Application, int Revision, Person By);
