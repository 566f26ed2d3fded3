using Microsoft.Data.Sqlite;
using Repository.Core.Content;
using Repository.Storage.Migrations;
using Repository.Testing;

namespace Repository.Storage.Tests;

public sealed class SqliteOutageTests : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SqliteDialect _dialect;
    private ContentStore? _store;

    public SqliteOutageTests() => _dialect = new SqliteDialect(_folder.File(Database.SqliteFile)) { Patience = TimeSpan.FromMilliseconds(200) };

    [Fact]
    public async Task a_full_disk_refuses_the_writer_and_nobody_else_until_there_is_room()
    {
        var store = await OpenAsync();
        var item = An.Item("tequio");
        await store.InsertAsync(item);

        _dialect.MostPages = 60;
        await Assert.ThrowsAsync<StoreUnavailableException>(() => store.InsertAsync([.. Enumerable.Range(0, 1000).Select(_ => An.Item("x"))]));
        var readable = await store.AskAsync(reader => reader.ChildrenAsync(ItemKind.Document, null));
        var head = await store.HeadAsync(TestContext.Current.CancellationToken);
        _dialect.MostPages = uint.MaxValue - 1;
        var next = await store.InsertAsync(An.Item("faena"));

        Assert.Equal([item], readable);
        Assert.Equal((1, 2), (head, next));
    }

    [Fact]
    public async Task a_database_that_another_process_keeps_locked_is_unavailable_to_writers_and_open_to_readers()
    {
        var store = await OpenAsync();
        await store.InsertAsync(An.Item("tequio"));
        await using var other = new SqliteConnection($"Data Source={_folder.File(Database.SqliteFile)};Pooling=False");
        await other.OpenAsync(TestContext.Current.CancellationToken);

        await RunAsync(other, "BEGIN IMMEDIATE");
        await Assert.ThrowsAsync<StoreUnavailableException>(() => store.InsertAsync(An.Item("faena")));
        Assert.Single(await store.AskAsync(reader => reader.ChildrenAsync(ItemKind.Document, null)));
        await RunAsync(other, "ROLLBACK");

        Assert.Equal(2, await store.InsertAsync(An.Item("faena")));
    }

    [Fact]
    public async Task a_file_that_is_no_database_is_refused_and_left_as_it_is()
    {
        var file = _folder.File(Database.SqliteFile);
        var bytes = Enumerable.Range(0, 20_000).Select(n => (byte)(n * 31)).ToArray();
        await File.WriteAllBytesAsync(file, bytes, TestContext.Current.CancellationToken);

        var refusal = await Assert.ThrowsAsync<DatabaseRefusedException>(OpenAsync);

        Assert.Contains(file, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task a_data_folder_that_cannot_be_made_is_named()
    {
        await File.WriteAllTextAsync(_folder.File("taken"), "", TestContext.Current.CancellationToken);

        var refusal = await Assert.ThrowsAsync<StoreUnavailableException>(
            () => Database.OpenAsync("sqlite", _folder.File("taken"), TimeProvider.System, TestContext.Current.CancellationToken));

        Assert.Contains("taken", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task the_file_keeps_a_log_and_syncs_each_commit()
    {
        await OpenAsync();
        await using var connection = (SqliteConnection)await _dialect.BeginAsync(Access.Write, TestContext.Current.CancellationToken);

        Assert.Equal("wal", await AskAsync(connection, "PRAGMA journal_mode"));
        Assert.Equal(2L, await AskAsync(connection, "PRAGMA synchronous"));
        Assert.Equal(1L, await AskAsync(connection, "PRAGMA foreign_keys"));
        Assert.Equal(1000L, await AskAsync(connection, "PRAGMA wal_autocheckpoint"));
        await RunAsync(connection, "ROLLBACK");
    }

    [Fact]
    public async Task the_native_library_is_the_distributions_own_where_there_is_a_recent_one()
    {
        Assert.SkipUnless(File.Exists("/usr/lib/x86_64-linux-gnu/libsqlite3.so.0"), "The distribution's libsqlite3 is not installed.");
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync(TestContext.Current.CancellationToken);

        Assert.True(new Version(connection.ServerVersion) > new Version(3, 36), connection.ServerVersion);
    }

    public async ValueTask DisposeAsync()
    {
        if (_store is not null) await _store.DisposeAsync();
        _folder.Dispose();
    }

    private async Task<ContentStore> OpenAsync() =>
        _store = await Database.OpenAsync(_dialect, Migration.Known("sqlite"), TimeProvider.System, TestContext.Current.CancellationToken);

    private static async Task RunAsync(SqliteConnection connection, string sql) => await AskAsync(connection, sql);

    private static async Task<object?> AskAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }
}
