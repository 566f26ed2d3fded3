using System.Diagnostics;
using Repository.Search.Queries;
using Repository.Search.Saving;
using Repository.Writers;

namespace Repository.Specs.Durability;

/// <summary>Whenever the process that saves an index is killed, the folder holds a whole state: the last that was saved, or the one being saved.</summary>
[Collection(nameof(Alone))]
public sealed class IndexKillSpecs(ITestOutputHelper output) : IAsyncDisposable
{
    private const int MostStatesBeforeAKill = 12;

    private readonly Kills _kills = new(output);

    public ValueTask DisposeAsync() => _kills.DisposeAsync();

    [Fact]
    public async Task a_killed_writer_leaves_a_whole_index()
    {
        var (rounds, seed) = (Kills.Rounds(20, inLongTests: 400), _kills.Seed());
        var random = new Random(seed);

        for (var round = 0; round < rounds; round++)
        {
            var acknowledged = await SaveAndKillAsync(seed, random);

            Check(seed, acknowledged);
        }
    }

    private void Check(int seed, int acknowledged)
    {
        var (index, mark) = new IndexFolder(_kills.Folder).Load(IndexSaver.Schema)!.Value;
        var expected = IndexSaver.Documents(seed, IndexSaver.Number(mark));

        // A state may be in place before anyone could say so.
        Assert.InRange(IndexSaver.Number(mark), acknowledged, acknowledged + 1);
        Assert.Equal(expected.Count, index.Searcher.Search(new MatchAllQuery(), 0).Total);
        Assert.All(expected, document => Assert.Equal(1, index.Searcher.Search(new TermQuery("written", document), 1).Total));
    }

    /// <summary>Says the number of the last state that was told; some microseconds later the writer is somewhere inside the next.</summary>
    private async Task<int> SaveAndKillAsync(int seed, Random random)
    {
        var command = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "Repository.Writers"), ["index", _kills.Folder, $"{seed}"]) { RedirectStandardOutput = true };
        using var process = Process.Start(command)!;
        var last = 0;
        for (var left = random.Next(1, MostStatesBeforeAKill); left > 0; left--) last = await ReadAsync(process) ?? throw new InvalidOperationException("The writer ended by itself.");
        var since = Stopwatch.GetTimestamp();
        var moment = TimeSpan.FromMicroseconds(random.Next(20_000));
        SpinWait.SpinUntil(() => Stopwatch.GetElapsedTime(since) >= moment);
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        while (await ReadAsync(process) is { } told) last = told;
        return last;
    }

    /// <summary>A line so short goes through the pipe in one step: it arrives whole or not at all.</summary>
    private static async Task<int?> ReadAsync(Process process) =>
        await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { Length: > 0 } line ? IndexSaver.Number(line) : null;
}
