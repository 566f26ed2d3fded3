using System.Diagnostics;

namespace Repository.Benchmarks;

/// <summary>Data folders to measure on, made once by the built program itself and thrown away at the end.</summary>
internal sealed class Workshop(bool quick, int? documents = null) : IAsyncDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("repository-bench-").FullName;
    private readonly Dictionary<int, string> _folders = [];

    /// <summary>The program as ./run starts it.</summary>
    public static string Program => Path.GetFullPath("artifacts/web/Repository.Web.dll");

    public bool Quick => quick;

    /// <summary>How many documents to search, when someone asked for a number.</summary>
    public int? Documents => documents;

    public TimeSpan Round => TimeSpan.FromSeconds(quick ? 1 : 3);

    public int Rounds => quick ? 3 : 7;

    public int Warming => quick ? 2 : 4;

    /// <summary>How long the last folder took to be filled with its synthetic items.</summary>
    public TimeSpan Filling { get; private set; }

    /// <summary>A data folder with the seed content and a number of synthetic practices.</summary>
    public async Task<string> FolderAsync(int items)
    {
        if (_folders.TryGetValue(items, out var known)) return known;
        var folder = _folders[items] = Path.Combine(_root, $"items-{items}");
        await RunAsync("usync", "import", $"--Repository:DataPath={folder}");
        var clock = Stopwatch.StartNew();
        if (items > 0) await RunAsync("generate", $"{items}", $"--Repository:DataPath={folder}");
        Filling = clock.Elapsed;
        return folder;
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_root, recursive: true);
        return ValueTask.CompletedTask;
    }

    private static async Task RunAsync(params string[] words)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Program, .. words]) { RedirectStandardOutput = true })!;
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{string.Join(' ', words)} ended with {process.ExitCode}.");
    }
}
