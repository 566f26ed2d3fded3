using Microsoft.Data.Sqlite;
using Npgsql;
using Repository.Storage.Migrations;
using Repository.Testing;

[assembly: AssemblyFixture(typeof(PostgresCluster))]

namespace Repository.Storage.Tests;

/// <summary>One empty database of its own for a test, which may open it as often as it likes.</summary>
public abstract class TestDatabase : IAsyncDisposable
{
    private readonly List<ContentStore> _opened = [];

    internal abstract Task<ISqlDialect> DialectAsync();

    /// <summary>What an administrator would type.</summary>
    public abstract Task RunAsync(string sql);

    public async Task<ContentStore> OpenAsync()
    {
        var dialect = await DialectAsync();
        return await OpenAsync(dialect, Migration.Known(dialect.Name));
    }

    internal async Task<ContentStore> OpenAsync(ISqlDialect dialect, IReadOnlyList<Migration> migrations)
    {
        var store = await Database.OpenAsync(dialect, migrations, TimeProvider.System, TestContext.Current.CancellationToken);
        lock (_opened) _opened.Add(store);
        return store;
    }

    public virtual async ValueTask DisposeAsync()
    {
        foreach (var store in _opened) await store.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}

public sealed class SqliteTestDatabase : TestDatabase
{
    private readonly TemporaryFolder _folder = new();

    public string File => _folder.File(Database.SqliteFile);

    internal override Task<ISqlDialect> DialectAsync() => Task.FromResult<ISqlDialect>(SqliteDialect.InFolder(_folder.Path));

    public override async Task RunAsync(string sql)
    {
        SqliteLibrary.Load();
        await using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
    }
}

public sealed class PostgresTestDatabase : TestDatabase
{
    private readonly Lazy<Task<string>> _connection;

    public PostgresTestDatabase(PostgresCluster cluster)
    {
        Assert.SkipUnless(PostgresCluster.IsInstalled, PostgresCluster.WhyAbsent);
        _connection = new(cluster.NewDatabaseAsync);
    }

    public Task<string> ConnectionAsync() => _connection.Value;

    internal override async Task<ISqlDialect> DialectAsync() => new PostgresDialect(new NpgsqlConnectionStringBuilder(await _connection.Value));

    public override async Task RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(await _connection.Value + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
