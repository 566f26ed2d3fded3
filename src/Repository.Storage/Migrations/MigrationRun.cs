namespace Repository.Storage.Migrations;

/// <summary>Brings a database to the shape this program knows. Processes that start together take turns; each step is one transaction.</summary>
internal sealed class MigrationRun(ISqlDialect dialect, IReadOnlyList<Migration> known, TimeProvider clock)
{
    private const string Log = """
        CREATE TABLE IF NOT EXISTS migration (
            number     INTEGER NOT NULL PRIMARY KEY,
            name       TEXT    NOT NULL,
            hash       TEXT    NOT NULL,
            applied_at BIGINT  NOT NULL
        )
        """;

    public async Task CompleteAsync(CancellationToken cancellation)
    {
        while (await StepAsync(cancellation))
        {
        }
    }

    /// <summary>Applies the next missing migration; false when there is none.</summary>
    private async Task<bool> StepAsync(CancellationToken cancellation)
    {
        await using var session = await Session.BeginAsync(dialect, Access.Migrate, cancellation);
        await session.ExecuteAsync(Log);
        var applied = await session.ListAsync<AppliedMigration>("SELECT name AS Name, hash AS Hash FROM migration ORDER BY number");
        Compare(applied);
        if (applied.Count == known.Count) return false;

        var next = known[applied.Count];
        await session.ExecuteAsync(next.Sql);
        await session.ExecuteAsync(
            "INSERT INTO migration (number, name, hash, applied_at) VALUES (@Number, @Name, @Hash, @At)",
            new { next.Number, next.Name, next.Hash, At = clock.GetUtcNow() });
        await session.CommitAsync();
        return true;
    }

    private void Compare(IReadOnlyList<AppliedMigration> applied)
    {
        foreach (var (step, mine) in applied.Zip(known))
        {
            if (step.Name != mine.Name) throw Unknown(step);
            if (step.Hash != mine.Hash)
            {
                throw new DatabaseRefusedException(
                    $"La migración {mine.Name} se aplicó a esta base de datos con un texto distinto del que trae este programa. Una migración aplicada no se cambia: escribe otra.");
            }
        }

        if (applied.Count > known.Count) throw Unknown(applied[known.Count]);
    }

    private static DatabaseRefusedException Unknown(AppliedMigration step) =>
        new($"La base de datos tiene la migración {step.Name}, que este programa no conoce: la escribió una versión más nueva. Arranca esa versión, o restaura una copia anterior a su primer arranque.");

    private sealed record AppliedMigration(string Name, string Hash);
}
