using System.Diagnostics;
using System.Globalization;

namespace Repository.Benchmarks.Searching;

/// <summary>Made-up documents and queries that fit them, the same ones in every run; kept under artifacts/ because making them takes longer than searching them.</summary>
internal static class Corpus
{
    private const string Seed = "bench-1";
    private const int QueryCount = 600;

    public static string Folder { get; } = Path.GetFullPath("artifacts/search-corpus");

    public static Task<string> DocumentsAsync(int count) => MadeAsync($"documents-{count}.jsonl", count.ToString(CultureInfo.InvariantCulture), Seed);

    public static Task<string> QueriesAsync() => MadeAsync($"queries-{QueryCount}.jsonl", "queries", QueryCount.ToString(CultureInfo.InvariantCulture), Seed);

    private static async Task<string> MadeAsync(string name, params string[] words)
    {
        var path = Path.Combine(Folder, name);
        if (File.Exists(path)) return path;
        Directory.CreateDirectory(Folder);
        await Console.Error.WriteLineAsync($"Making {name}; for a hundred thousand documents that takes some minutes.");
        using var generator = Process.Start(new ProcessStartInfo("python3", ["benchmarks/lucene/corpus/generate.py", .. words]) { RedirectStandardOutput = true })!;
        await using (var draft = File.Create(path + ".new")) await generator.StandardOutput.BaseStream.CopyToAsync(draft);
        await generator.WaitForExitAsync();
        if (generator.ExitCode != 0) throw new InvalidOperationException($"The corpus generator ended with {generator.ExitCode}.");
        File.Move(path + ".new", path, overwrite: true);
        return path;
    }
}
