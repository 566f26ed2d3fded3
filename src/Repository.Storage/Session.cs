using System.Data.Common;
using Dapper;

namespace Repository.Storage;

/// <summary>One connection with one open transaction. Disposing it without a commit leaves nothing behind, neither in the database nor in the pool.</summary>
internal sealed class Session : IAsyncDisposable
{
    private readonly DbConnection _connection;
    private readonly CancellationToken _cancellation;
    private bool _open = true;

    private Session(ISqlDialect dialect, DbConnection connection, CancellationToken cancellation)
    {
        Dialect = dialect;
        _connection = connection;
        _cancellation = cancellation;
    }

    public ISqlDialect Dialect { get; }

    public static async Task<Session> BeginAsync(ISqlDialect dialect, Access access, CancellationToken cancellation) =>
        new(dialect, await dialect.BeginAsync(access, cancellation), cancellation);

    public async Task<IReadOnlyList<T>> ListAsync<T>(string sql, object? parameters = null) =>
        (await _connection.QueryAsync<T>(Command(sql, parameters))).AsList();

    public Task<T?> FirstAsync<T>(string sql, object? parameters = null) => _connection.QueryFirstOrDefaultAsync<T>(Command(sql, parameters));

    public Task<int> ExecuteAsync(string sql, object? parameters = null) => _connection.ExecuteAsync(Command(sql, parameters));

    public Task<DbDataReader> ReaderAsync(string sql, object? parameters = null) => _connection.ExecuteReaderAsync(Command(sql, parameters));

    /// <summary>Cannot be cancelled: whoever is told that a write did not happen must be able to rely on it.</summary>
    public async Task CommitAsync()
    {
        await _connection.ExecuteAsync("COMMIT");
        _open = false;
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_open) await _connection.ExecuteAsync("ROLLBACK");
        }
        catch (Exception failure) when (failure is DbException or InvalidOperationException)
        {
            // The connection broke, or the database has already undone everything: what brought us here is on its way to the caller.
            Dialect.Forget();
        }
        finally
        {
            await _connection.DisposeAsync();
        }
    }

    private CommandDefinition Command(string sql, object? parameters) => new(sql, parameters, cancellationToken: _cancellation);
}
