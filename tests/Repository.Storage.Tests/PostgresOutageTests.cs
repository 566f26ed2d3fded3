using Repository.Core.Content;
using Repository.Testing;

namespace Repository.Storage.Tests;

public sealed class PostgresOutageTests : IAsyncDisposable
{
    private const string EndAllOthers = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    // A server of its own: this one is stopped in the middle of things.
    private readonly PostgresCluster _cluster = new();
    private readonly PostgresTestDatabase _database;

    public PostgresOutageTests() => _database = new PostgresTestDatabase(_cluster);

    [Fact]
    public async Task a_connection_that_is_cut_in_the_middle_of_a_write_loses_that_write_only()
    {
        var store = await _database.OpenAsync();
        var item = An.Item("tequio");
        await store.InsertAsync(item);

        var cut = store.DoAsync(async transaction =>
        {
            await transaction.DeleteAsync(item.Key);
            await _database.RunAsync(EndAllOthers);
            await transaction.SetNoteAsync("half", "written");
        });

        await Assert.ThrowsAsync<StoreUnavailableException>(() => cut);
        Assert.Equal(item, await store.AskAsync(reader => reader.FindAsync(item.Key)));
        Assert.Null(await store.AskAsync(reader => reader.NoteAsync("half")));
        Assert.Equal(2, await store.InsertAsync(An.Item("faena")));
    }

    [Fact]
    public async Task connections_that_were_cut_while_idle_are_noticed_by_nobody()
    {
        var store = await _database.OpenAsync();
        await store.InsertAsync(An.Item("tequio"));
        await store.AskAsync(reader => store.AskAsync(second => second.NoteAsync("two connections are in the pool now")));

        await _database.RunAsync(EndAllOthers);

        Assert.Equal(1, await store.HeadAsync(Cancellation));
        Assert.Equal(2, await store.InsertAsync(An.Item("faena")));
    }

    [Fact]
    public async Task a_server_that_is_stopped_is_unavailable_and_everything_goes_on_when_it_is_back()
    {
        var (here, there) = (await _database.OpenAsync(), await _database.OpenAsync());
        await here.InsertAsync(An.Item("tequio"));
        var waiting = here.WaitForChangeAsync(after: 1, Cancellation);

        await _cluster.StopAsync();
        await Assert.ThrowsAsync<StoreUnavailableException>(() => here.InsertAsync(An.Item("faena")));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => here.HeadAsync(Cancellation));
        Assert.False(waiting.IsCompleted);
        await _cluster.StartAsync();

        Assert.Equal(1, await here.HeadAsync(Cancellation));
        Assert.Equal(2, await there.InsertAsync(An.Item("faena")));
        await waiting.WaitAsync(TimeSpan.FromSeconds(10), Cancellation);
        Assert.Equal(3, await here.InsertAsync(An.Item("gozona")));
    }

    [Theory]
    [InlineData("Host=/nowhere;Username=ana;Password=secreto;Database=x", typeof(StoreUnavailableException))]
    [InlineData("mysql; secreto", typeof(DatabaseRefusedException))]
    [InlineData("Host=localhost;Contraseña=secreto", typeof(DatabaseRefusedException))]
    public async Task a_setting_that_leads_nowhere_is_refused_without_telling_the_password(string setting, Type refusal)
    {
        var failure = await Assert.ThrowsAnyAsync<Exception>(() => Database.OpenAsync(setting, "unused", TimeProvider.System, Cancellation));

        Assert.IsType(refusal, failure);
        Assert.DoesNotContain("secreto", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_database_that_does_not_exist_or_is_not_in_unicode_is_refused()
    {
        await _database.RunAsync("CREATE DATABASE latin ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0");
        var setting = await _database.ConnectionAsync();

        Task<ContentStore> Open(string name) => Database.OpenAsync($"{setting};Database={name}", "unused", TimeProvider.System, Cancellation);

        Assert.Contains("nadie", (await Assert.ThrowsAsync<DatabaseRefusedException>(() => Open("nadie"))).Message, StringComparison.Ordinal);
        Assert.Contains("UTF8", (await Assert.ThrowsAsync<DatabaseRefusedException>(() => Open("latin"))).Message, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        await _cluster.DisposeAsync();
    }
}
