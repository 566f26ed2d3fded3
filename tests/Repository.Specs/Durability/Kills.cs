using Repository.Testing;

namespace Repository.Specs.Durability;

/// <summary>What programs are killed on again and again: a folder, a database, and moments that can be had again.</summary>
internal sealed class Kills(ITestOutputHelper output) : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly PostgresCluster _cluster = new();

    public string Folder => _folder.Path;

    /// <summary>The database as the configuration names it.</summary>
    public async Task<string> DatabaseAsync(bool onPostgres)
    {
        if (!onPostgres) return "sqlite";
        Assert.SkipUnless(PostgresCluster.IsInstalled, PostgresCluster.WhyAbsent);
        return await _cluster.NewDatabaseAsync();
    }

    public static int Rounds(int usual, int inLongTests) => Environment.GetEnvironmentVariable("REPOSITORY_LONG_TESTS") is null ? usual : inLongTests;

    public int Seed()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("REPOSITORY_KILL_SEED"), out var given) ? given : Random.Shared.Next();
        output.WriteLine($"REPOSITORY_KILL_SEED={seed}");
        return seed;
    }

    /// <summary>Kills a program once that was enough, while others go on sending until they are cut off.</summary>
    public static async Task KillAsync(ServingProcess process, Random random, IReadOnlyList<Task> sending, Func<bool> isEnough)
    {
        var cut = Task.WhenAll(sending);
        await Patience.UntilAsync(() => cut.IsCompleted || isEnough(), TestContext.Current.CancellationToken);
        Assert.False(cut.IsCompleted, "The program ended by itself.");
        await process.KillAsync(random);
        await cut;
    }

    public async ValueTask DisposeAsync()
    {
        await _cluster.DisposeAsync();
        _folder.Dispose();
    }
}
