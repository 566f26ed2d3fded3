using Repository.Core.Forms.Results;

namespace Repository.Storage.Forms;

/// <summary>Published results, one row for each form. Thread-safe.</summary>
internal sealed class ResultStore(ISqlDialect dialect) : IResultStore
{
    public Task<PublishedResults> FindAsync(Guid form, CancellationToken cancellation) => dialect.GuardAsync(async () =>
    {
        await using var session = await Session.BeginAsync(dialect, Access.Read, cancellation);
        return await FindAsync(session, form);
    });

    public Task<bool> KeepAsync(Guid form, PublishedResults results, DateTimeOffset now, CancellationToken cancellation) => dialect.GuardAsync(async () =>
    {
        await using var session = await Session.BeginAsync(dialect, Access.Write, cancellation);
        await session.ExecuteAsync("INSERT INTO form_result (form_key, at, results) VALUES (@Form, @Now, '') ON CONFLICT DO NOTHING", new { Form = form, Now = now });
        // Takes the row, so that what is compared is still there when it is written.
        await session.ExecuteAsync("UPDATE form_result SET at = @Now WHERE form_key = @Form", new { Form = form, Now = now });
        if (!ResultJson.GoesOn(await FindAsync(session, form), results)) return false;
        await session.ExecuteAsync("UPDATE form_result SET results = @Results WHERE form_key = @Form", new { Form = form, Results = ResultJson.Write(results) });
        await session.CommitAsync();
        return true;
    });

    private static async Task<PublishedResults> FindAsync(Session session, Guid form) =>
        await session.FirstAsync<string>("SELECT results FROM form_result WHERE form_key = @Form", new { Form = form }) is { Length: > 0 } json ? ResultJson.Read(json) : PublishedResults.None;
}
