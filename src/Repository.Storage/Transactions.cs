namespace Repository.Storage;

/// <summary>Work in one transaction, whole or not at all. A database that fails is told apart from a mistake of the program.</summary>
internal static class Transactions
{
    public static Task<T> ReadAsync<T>(this ISqlDialect dialect, Func<Session, Task<T>> work, CancellationToken cancellation) => dialect.GuardAsync(async () =>
    {
        await using var session = await Session.BeginAsync(dialect, Access.Read, cancellation);
        return await work(session);
    });

    public static Task<T> WriteAsync<T>(this ISqlDialect dialect, Func<Session, Task<T>> work, CancellationToken cancellation) => dialect.WriteAsync(work, _ => true, cancellation);

    /// <summary>The same for those who take turns here, in the order they came, and not on each other's locks.</summary>
    public static Task<T> WriteInTurnAsync<T>(this ISqlDialect dialect, SemaphoreSlim turn, Func<Session, Task<T>> work, CancellationToken cancellation) =>
        dialect.WriteInTurnAsync(turn, work, _ => true, cancellation);

    public static async Task<T> WriteInTurnAsync<T>(this ISqlDialect dialect, SemaphoreSlim turn, Func<Session, Task<T>> work, Func<T, bool> holds, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            return await dialect.WriteAsync(work, holds, cancellation);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <param name="holds">Is there anything to keep? Otherwise nothing of the work is left behind.</param>
    public static Task<T> WriteAsync<T>(this ISqlDialect dialect, Func<Session, Task<T>> work, Func<T, bool> holds, CancellationToken cancellation) => dialect.GuardAsync(async () =>
    {
        await using var session = await Session.BeginAsync(dialect, Access.Write, cancellation);
        var result = await work(session);
        if (holds(result)) await session.CommitAsync();
        return result;
    });
}
