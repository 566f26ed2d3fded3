using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Repository.Benchmarks.Searching;

/// <summary>A program that builds an index of the corpus and measures queries on it: this one, or Apache Lucene. Both take the same words and answer in the same form.</summary>
internal sealed record Engine(string Name, string Program, params string[] FirstWords)
{
    private const string NotInstalled = "Java and Apache Lucene are missing and could not be installed";

    public static readonly Engine Ours = new("ours", "dotnet", Workshop.Program, "search");
    public static readonly Engine Lucene = new("Lucene", "bash", "benchmarks/lucene/run.sh");

    public async Task<BuildFigures> BuildAsync(string documents, string folder)
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        var (lines, memory) = await RunAsync("index", documents, folder);
        using var json = JsonDocument.Parse(lines[^1]);
        var figures = json.RootElement;

        // Reading the JSON of the documents has nothing to do with the index.
        var seconds = figures.GetProperty("add_s").GetDouble() - figures.GetProperty("json_s").GetDouble() + figures.GetProperty("merge_s").GetDouble();
        return new BuildFigures(figures.GetProperty("docs").GetInt32() / seconds, figures.GetProperty("bytes").GetInt64(), memory);
    }

    public async Task<QueryFigures> QueryAsync(string folder, string queries, double seconds)
    {
        var (lines, memory) = await RunAsync("bench", folder, queries, seconds.ToString(CultureInfo.InvariantCulture));

        // Lucene goes on with a mode in which totals are estimates.
        var exact = lines.SkipWhile(line => !line.StartsWith("mode=exact", StringComparison.Ordinal)).Skip(1).TakeWhile(line => line.StartsWith(' ')).Select(Percentiles.Read);
        return new QueryFigures(Percentiles.Read(lines.First(line => line.StartsWith("mode=exact", StringComparison.Ordinal))), [.. exact], memory);
    }

    private async Task<(IReadOnlyList<string> Lines, long PeakBytes)> RunAsync(params string[] words)
    {
        using var process = Process.Start(new ProcessStartInfo(Program, [.. FirstWords, .. words]) { RedirectStandardOutput = true })!;
        var peak = PeakMemory.WatchAsync(process.Id);
        var lines = (await process.StandardOutput.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new EngineMissingException(this == Lucene ? NotInstalled : $"{Name} ended with {process.ExitCode}");
        return (lines, await peak);
    }
}

/// <summary>An engine that cannot be measured here, and why.</summary>
internal sealed class EngineMissingException(string reason) : Exception(reason);

/// <summary>Documents a second until all is merged and on disk, bytes on disk, and the most memory it took.</summary>
internal sealed record BuildFigures(double Rate, long IndexBytes, long PeakBytes);

internal sealed record QueryFigures(Percentiles All, IReadOnlyList<Percentiles> Kinds, long PeakBytes);
