using System.Collections.Immutable;
using Repository.Core.Forms.Results;

namespace Repository.Storage.Forms;

/// <summary>Published results, one row for each form, and what was decided about open answers. Thread-safe.</summary>
internal sealed class ResultStore(ISqlDialect dialect) : IResultStore
{
    public Task<PublishedResults> FindAsync(Guid form, CancellationToken cancellation) => dialect.ReadAsync(session => FindAsync(session, form), cancellation);

    public Task<bool> KeepAsync(Guid form, PublishedResults results, DateTimeOffset now, CancellationToken cancellation) => dialect.WriteAsync(
        async session =>
        {
            await session.ExecuteAsync("INSERT INTO form_result (form_key, at, results) VALUES (@Form, @Now, '') ON CONFLICT DO NOTHING", new { Form = form, Now = now });
            // Takes the row, so that what is compared is still there when it is written.
            await session.ExecuteAsync("UPDATE form_result SET at = @Now WHERE form_key = @Form", new { Form = form, Now = now });
            if (!ResultJson.GoesOn(await FindAsync(session, form), results)) return false;
            await session.ExecuteAsync("UPDATE form_result SET results = @Results WHERE form_key = @Form", new { Form = form, Results = ResultJson.Write(results) });
            return true;
        },
        kept => kept,
        cancellation);

    public Task<ImmutableArray<OpenAnswerDecision>> DecisionsAsync(Guid form, CancellationToken cancellation) => dialect.ReadAsync<ImmutableArray<OpenAnswerDecision>>(
        async session =>
        [
            .. (await session.ListAsync<DecisionRow>(
                """
                SELECT o.entry_key AS Entry, o.alias AS Alias, o.shown AS Shown, o.by AS By, o.at AS At
                FROM form_open_answer o JOIN form_entry e ON e.key = o.entry_key WHERE e.form_key = @Form ORDER BY o.at, o.entry_key, o.alias
                """,
                new { Form = form })).Select(row => row.Decision),
        ],
        cancellation);

    public Task<bool> DecideAsync(OpenAnswerDecision decision, CancellationToken cancellation) => dialect.WriteAsync(
        async session =>
        {
            // Holds the entry, so that it is not erased in between.
            if (await session.ExecuteAsync("UPDATE form_entry SET revision = revision WHERE key = @Entry AND state <> 'erased'", new { decision.Entry }) == 0) return false;
            await session.ExecuteAsync(
                """
                INSERT INTO form_open_answer (entry_key, alias, shown, by, at) VALUES (@Entry, @Alias, @Shown, @By, @At)
                ON CONFLICT (entry_key, alias) DO UPDATE SET shown = @Shown, by = @By, at = @At
                """,
                decision);
            return true;
        },
        decided => decided,
        cancellation);

    private static async Task<PublishedResults> FindAsync(Session session, Guid form) =>
        await session.FirstAsync<string>("SELECT results FROM form_result WHERE form_key = @Form", new { Form = form }) is { Length: > 0 } json ? ResultJson.Read(json) : PublishedResults.None;

    private sealed class DecisionRow
    {
        public Guid Entry { get; init; }
        public string Alias { get; init; } = "";
        public bool Shown { get; init; }
        public string By { get; init; } = "";
        public DateTimeOffset At { get; init; }

        public OpenAnswerDecision Decision => new(Entry, Alias, Shown, By, At);
    }
}
