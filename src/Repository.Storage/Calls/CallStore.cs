using System.Collections.Immutable;
using Repository.Core.Calls;

namespace Repository.Storage.Calls;

/// <summary>What is done about applications, in the database of the content. Thread-safe.</summary>
internal sealed class CallStore(ISqlDialect dialect) : ICallStore
{
    public Task<ImmutableArray<Application>> OfFormAsync(Guid form, CancellationToken cancellation) => ReadAsync(reading => reading.OfFormAsync(form), cancellation);

    public Task<ImmutableArray<Application>> OfEvaluatorAsync(Guid evaluator, CancellationToken cancellation) => ReadAsync(reading => reading.OfEvaluatorAsync(evaluator), cancellation);

    public Task<Application?> FindAsync(Guid entry, CancellationToken cancellation) => ReadAsync(reading => reading.FindAsync(entry), cancellation);

    public Task<ImmutableArray<CallEvent>> EventsAsync(Guid entry, CancellationToken cancellation) => ReadAsync(reading => reading.EventsAsync(entry), cancellation);

    public Task<CallResult> StepAsync(Guid entry, Func<Application, CallResult> step, CancellationToken cancellation) => dialect.WriteAsync(
        async session =>
        {
            // The entry's row is held until the end: of two steps at once one comes after the other.
            await session.ExecuteAsync("UPDATE form_entry SET revision = revision WHERE key = @Entry", new { Entry = entry });
            var reading = new ApplicationReading(session);
            if (await reading.FindAsync(entry) is not { } standing) return new CallResult.Missing();
            var result = step(standing);
            if (result is not CallResult.Done done) return result;
            if (!await new ApplicationWriting(session).WriteAsync(standing, done.Application, done.Events)) return new CallResult.Stale();
            return done with { Application = (await reading.FindAsync(entry))! };
        },
        result => result is CallResult.Done,
        cancellation);

    public Task NoteLateAsync(LateAttempt attempt, CancellationToken cancellation) => dialect.WriteAsync(
        session => session.ExecuteAsync(
            "INSERT INTO call_late_attempt (key, call_key, at) SELECT @Key, @Call, @At WHERE (SELECT COUNT(*) FROM call_late_attempt WHERE call_key = @Call) < @Most ON CONFLICT DO NOTHING",
            new { attempt.Key, attempt.Call, attempt.At, LateAttempt.Most }),
        cancellation);

    public Task<ImmutableArray<LateAttempt>> LateAsync(Guid call, CancellationToken cancellation) => ReadAsync(reading => reading.LateAsync(call), cancellation);

    private Task<T> ReadAsync<T>(Func<ApplicationReading, Task<T>> work, CancellationToken cancellation) => dialect.ReadAsync(session => work(new ApplicationReading(session)), cancellation);
}
