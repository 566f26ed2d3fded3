using System.Diagnostics;
using System.Globalization;
using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Repository.Core.Content;
using Repository.Core.Publishing;
using Repository.Testing;
using Repository.Web.Live;
using Repository.Web.Operations;
using Repository.Writers;

namespace Repository.Specs.Durability;

/// <summary>Heavy on the processor: alone, so that other specs keep their pace.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

/// <summary>
/// Two processes with several writers each work on one installation and are killed one after the other, again and again on the same data. After
/// each round nothing that was acknowledged is missing, nothing is there by half, and the program starts.
/// </summary>
[Collection(nameof(Alone))]
public sealed class KillSpecs(ITestOutputHelper output) : IAsyncDisposable
{
    private const int WritersInEach = 3;
    private const int MostWritesBeforeAKill = 40;

    private readonly Kills _kills = new(output);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task every_acknowledged_write_outlives_a_kill_and_no_transaction_is_there_by_half(bool onPostgres)
    {
        var (rounds, seed) = (Kills.Rounds(10, inLongTests: 100), _kills.Seed());
        var settings = await SettingsAsync(onPostgres);
        var history = new List<Acknowledgement>();
        await using var witness = await OpenAsync(settings);
        using var follower = Follower(witness);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var following = follower.FollowAsync(stop.Token);

        for (var round = 1; round <= rounds; round++)
        {
            var before = await witness.Store.HeadAsync(Cancellation);
            history.AddRange(await WriteAndKillAsync(round, new Random(seed + round), settings));

            await QuietAsync(witness);
            await StoreAudit.RunAsync(witness, history, UnfinishedAtMost(round), round == rounds ? 0 : before, Cancellation);
            await CheckSnapshotsAsync(witness, follower);
            await CheckSecondStartAsync(settings, follower.Current);
        }

        await stop.CancelAsync();
        await following.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);

        var kinds = string.Join(", ", history.CountBy(write => write.Act).OrderBy(pair => pair.Key).Select(pair => $"{pair.Value} {pair.Key}"));
        output.WriteLine($"{rounds} rounds, {history.Count} acknowledged writes, {await witness.Store.HeadAsync(Cancellation)} lines: {kinds}");
    }

    public ValueTask DisposeAsync() => _kills.DisposeAsync();

    /// <summary>A write that was committed but not yet told, one for each writer of each process so far; and what the foundation took.</summary>
    private static int UnfinishedAtMost(int round) => round * 2 * WritersInEach + 2 * (1 + Foundation.Sections);

    private static async Task<IEnumerable<Acknowledgement>> WriteAndKillAsync(int round, Random random, IReadOnlyList<string> settings)
    {
        using var first = WriterProcess.Start($"r{round}a", random.Next(), WritersInEach, settings);
        using var second = WriterProcess.Start($"r{round}b", random.Next(), WritersInEach, settings);
        await KillSomewhereAsync(first, random);
        await KillSomewhereAsync(second, random);
        return [.. first.Acknowledged, .. second.Acknowledged];
    }

    /// <summary>The last line tells that a write has ended; a random while later its writer, and the others, are somewhere inside the next.</summary>
    private static async Task KillSomewhereAsync(WriterProcess process, Random random)
    {
        await process.AcknowledgesAsync(random.Next(1, MostWritesBeforeAKill), Cancellation);
        var since = Stopwatch.GetTimestamp();
        var moment = TimeSpan.FromMicroseconds(random.Next(20_000));
        SpinWait.SpinUntil(() => Stopwatch.GetElapsedTime(since) >= moment);
        await process.KillAsync();
    }

    /// <summary>A database server may still be ending what the killed process had sent. Whoever gets a turn to write knows that it has.</summary>
    private static async Task QuietAsync(Installation witness) =>
        await witness.Store.WriteAsync(_ => Task.FromResult<WriteResult>(new WriteResult.Missing(Guid.Empty)), Cancellation);

    /// <summary>Following the log while it was written, replaying it from its first line, and reading the store anew all end with the same.</summary>
    private static async Task CheckSnapshotsAsync(Installation witness, LiveContent follower)
    {
        var head = await witness.Store.HeadAsync(Cancellation);
        var former = await witness.Store.ReadAsync(reader => reader.FormerSegmentsAsync(), Cancellation);
        using var replay = Follower(witness);
        await replay.ServeAsync(head, Cancellation);
        await follower.ServeAsync(head, Cancellation);

        var read = SnapshotText.Of(await LiveContent.ReadAsync(witness.Store, witness.Schema, witness.Editors, Cancellation), former);

        Assert.Equal(read, SnapshotText.Of(replay.Current, former));
        Assert.Equal(read, SnapshotText.Of(follower.Current, former));
    }

    private static async Task CheckSecondStartAsync(IReadOnlyList<string> settings, PublishedSnapshot expected)
    {
        var options = RepositoryOptions.Read(Configuration(settings));
        await using var site = await TestSite.StartOnAsync(options.DataPath, $"Database={options.Database}");
        var view = expected.View(ItemKind.Document, Workshop.Culture);

        using var list = await site.Client.GetAsync("/umbraco/delivery/api/v2/content?take=1", Cancellation);
        using var last = await site.Client.GetAsync($"/umbraco/delivery/api/v2/content/item/{view[view.Count - 1].Key}", Cancellation);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (list.StatusCode, last.StatusCode));
        Assert.StartsWith(string.Create(CultureInfo.InvariantCulture, $"{{\"total\":{view.Count},"), await list.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    private static LiveContent Follower(Installation witness) =>
        new(witness.Store, witness.Schema, witness.Editors, drafts: false, NullLogger<LiveContent>.Instance);

    private static Task<Installation> OpenAsync(IReadOnlyList<string> settings) =>
        Installation.OpenAsync(RepositoryOptions.Read(Configuration(settings)), TimeProvider.System, Cancellation);

    private static IConfiguration Configuration(IReadOnlyList<string> settings) => new ConfigurationBuilder().AddCommandLine([.. settings]).Build();

    private async Task<IReadOnlyList<string>> SettingsAsync(bool onPostgres) =>
    [
        $"--Repository:DataPath={_kills.Folder}",
        $"--Repository:Database={await _kills.DatabaseAsync(onPostgres)}",
        $"--Repository:USyncPath={ProjectFolder.Find("uSync")}",
    ];
}
