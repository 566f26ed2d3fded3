using Repository.Core.Accounts;

namespace Repository.Storage.Accounts;

/// <summary>Accounts in the database of the content, in transactions of their own. Thread-safe.</summary>
internal sealed class AccountStore(ISqlDialect dialect) : IAccountStore
{
    public Task<T> ReadAsync<T>(Func<IAccountReader, Task<T>> work, CancellationToken cancellation) => dialect.GuardAsync(async () =>
    {
        await using var session = await Session.BeginAsync(dialect, Access.Read, cancellation);
        return await work(new AccountReader(session));
    });

    public Task<T> WriteAsync<T>(Func<IAccountTransaction, Task<T>> work, CancellationToken cancellation) => dialect.GuardAsync(async () =>
    {
        await using var session = await Session.BeginAsync(dialect, Access.Write, cancellation);
        await session.ExecuteAsync(dialect.TakeAccounts);
        var result = await work(new AccountTransaction(session));
        await session.CommitAsync();
        return result;
    });
}
