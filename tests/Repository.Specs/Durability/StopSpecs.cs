using Npgsql;
using Repository.Storage;
using Repository.Testing;
using Repository.Web.Live;

namespace Repository.Specs.Durability;

/// <summary>What a program that was stopped in good order leaves behind.</summary>
public sealed class StopSpecs : IAsyncDisposable
{
    private readonly PostgresCluster _postgres = new();

    [Fact]
    public async Task a_stopped_program_has_closed_its_file()
    {
        using var folder = new TemporaryFolder();

        await using (await TestSite.StartOnAsync(folder.Path)) Assert.True(File.Exists(Journal()));

        Assert.False(File.Exists(Journal()));
        string Journal() => Path.Combine(folder.Path, $"{Database.SqliteFile}-wal");
    }

    [Fact]
    public async Task a_program_that_is_stopped_while_it_reads_all_drafts_has_closed_its_file_as_well()
    {
        using var folder = new TemporaryFolder();

        await using (var site = await TestSite.StartOnAsync(folder.Path)) site.Service<LiveCatalogue>().Warm();

        Assert.False(File.Exists(Path.Combine(folder.Path, $"{Database.SqliteFile}-wal")));
    }

    /// <summary>A database can be dropped only when nobody is connected to it any more.</summary>
    [Fact]
    public async Task a_stopped_program_leaves_no_connection_to_the_server()
    {
        Assert.SkipUnless(PostgresCluster.IsInstalled, PostgresCluster.WhyAbsent);
        using var folder = new TemporaryFolder();
        var database = new NpgsqlConnectionStringBuilder(await _postgres.NewDatabaseAsync());

        await using (await TestSite.StartOnAsync(folder.Path, $"Database={database}"))
        {
            var refusal = await Assert.ThrowsAsync<PostgresException>(DropAsync);
            Assert.Equal(PostgresErrorCodes.ObjectInUse, refusal.SqlState);
        }

        await DropAsync();

        async Task DropAsync()
        {
            await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database.ToString()) { Database = "postgres", Pooling = false }.ToString());
            await connection.OpenAsync();
            await using var drop = new NpgsqlCommand($"DROP DATABASE {database.Database}", connection);
            await drop.ExecuteNonQueryAsync();
        }
    }

    public ValueTask DisposeAsync() => _postgres.DisposeAsync();
}
