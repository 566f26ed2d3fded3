using System.Collections.Immutable;

namespace Repository.Core.Calls;

/// <summary>Where applications are kept with what was done about them. Every step is one transaction, decided on what is there.</summary>
public interface ICallStore
{
    /// <summary>The applications made with a form, oldest first, without those that were only begun.</summary>
    Task<ImmutableArray<Application>> OfFormAsync(Guid form, CancellationToken cancellation);

    /// <summary>The applications somebody was asked to evaluate, oldest first.</summary>
    Task<ImmutableArray<Application>> OfEvaluatorAsync(Guid evaluator, CancellationToken cancellation);

    Task<Application?> FindAsync(Guid entry, CancellationToken cancellation);

    /// <summary>Oldest first.</summary>
    Task<ImmutableArray<CallEvent>> EventsAsync(Guid entry, CancellationToken cancellation);

    /// <summary>Takes a step about an application that nobody else changes meanwhile. A sheet that is sealed is never written again, whatever a step says.</summary>
    Task<CallResult> StepAsync(Guid entry, Func<Application, CallResult> step, CancellationToken cancellation);

    Task NoteLateAsync(LateAttempt attempt, CancellationToken cancellation);

    /// <summary>The attempts that came too late for a call, the first first.</summary>
    Task<ImmutableArray<LateAttempt>> LateAsync(Guid call, CancellationToken cancellation);
}
