using Repository.Core.Accounts;

namespace Repository.Storage.Accounts;

/// <summary>Accounts in the database of the content, in transactions of their own. Thread-safe.</summary>
internal sealed class AccountStore(ISqlDialect dialect) : IAccountStore
{
    public Task<T> ReadAsync<T>(Func<IAccountReader, Task<T>> work, CancellationToken cancellation) => dialect.ReadAsync(session => work(new AccountReader(session)), cancellation);

    public Task<T> WriteAsync<T>(Func<IAccountTransaction, Task<T>> work, CancellationToken cancellation) => dialect.WriteAsync(
        async session =>
        {
            await session.ExecuteAsync(dialect.TakeAccounts);
            return await work(new AccountTransaction(session));
        },
        cancellation);
}
