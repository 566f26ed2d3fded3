using System.Diagnostics;
using System.Globalization;

namespace Repository.Benchmarks;

/// <summary>
/// Readers who come at a steady pace, whether or not those before them have been answered: each waits from the moment it was due. They have a process of their
/// own, lest they wait for whatever else is done here.
/// </summary>
internal sealed class Readers : IAsyncDisposable
{
    public const string Command = "readers";

    private const string Begun = "begun";

    private static readonly TimeSpan Warming = TimeSpan.FromSeconds(2);

    private readonly Process _process;

    private Readers(Process process) => _process = process;

    /// <summary>Readers who have read for a while, and go on until they are asked how it was.</summary>
    public static async Task<Readers> BeginAsync(Uri server, IReadOnlyList<string> paths, int perSecond)
    {
        var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(Readers).Assembly.Location, Command, server.ToString(), perSecond.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var readers = new Readers(process);
        await process.StandardInput.WriteAsync(string.Concat(paths.Select(path => $"{path}\n")) + "\n");
        await process.StandardInput.FlushAsync();
        if (await process.StandardOutput.ReadLineAsync() == Begun) return readers;
        await readers.DisposeAsync();
        throw new InvalidOperationException("The readers did not begin.");
    }

    /// <summary>The milliseconds that each of them waited.</summary>
    public async Task<IReadOnlyList<double>> EndAsync()
    {
        _process.StandardInput.Close();
        var waited = new List<double>();
        while (await _process.StandardOutput.ReadLineAsync() is { } line) waited.Add(double.Parse(line, CultureInfo.InvariantCulture));
        await _process.WaitForExitAsync();
        return _process.ExitCode == 0 ? waited : throw new InvalidOperationException($"The readers ended with {_process.ExitCode}.");
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    /// <summary>What the other process does.</summary>
    public static async Task<int> RunAsync(Uri server, int perSecond)
    {
        var paths = new List<string>();
        while (Console.ReadLine() is { Length: > 0 } path) paths.Add(path);
        using var client = new HttpClient { BaseAddress = server };
        await AskAsync(client, paths, perSecond, Task.Delay(Warming));
        Console.WriteLine(Begun);
        var waited = await AskAsync(client, paths, perSecond, Task.Run(Console.ReadLine));
        foreach (var milliseconds in waited) Console.WriteLine(milliseconds.ToString("R", CultureInfo.InvariantCulture));
        return 0;
    }

    private static async Task<double[]> AskAsync(HttpClient client, List<string> paths, int perSecond, Task meanwhile)
    {
        var asked = new List<Task<double>>();
        var clock = Stopwatch.StartNew();
        while (!meanwhile.IsCompleted)
        {
            var due = TimeSpan.FromSeconds((double)asked.Count / perSecond);
            if (due > clock.Elapsed) await Task.Delay(due - clock.Elapsed);
            asked.Add(WaitAsync(client, paths[asked.Count % paths.Count], clock, due));
        }

        return await Task.WhenAll(asked);
    }

    private static async Task<double> WaitAsync(HttpClient client, string path, Stopwatch clock, TimeSpan due)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        answer.EnsureSuccessStatusCode();
        return (clock.Elapsed - due).TotalMilliseconds;
    }
}
