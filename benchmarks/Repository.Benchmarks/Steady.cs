using System.Diagnostics;

namespace Repository.Benchmarks;

/// <summary>Readers who come at a steady pace, whether or not those before them have been answered: each waits from the moment it was due.</summary>
internal static class Steady
{
    /// <summary>The milliseconds that each waited, while something else goes on.</summary>
    public static async Task<IReadOnlyList<double>> AskAsync(Uri server, IReadOnlyList<string> paths, int perSecond, Task meanwhile)
    {
        using var client = new HttpClient { BaseAddress = server };
        var asked = new List<Task<double>>();
        var clock = Stopwatch.StartNew();
        while (!meanwhile.IsCompleted)
        {
            var due = TimeSpan.FromSeconds((double)asked.Count / perSecond);
            if (due > clock.Elapsed) await Task.Delay(due - clock.Elapsed);
            asked.Add(WaitAsync(client, paths[asked.Count % paths.Count], clock, due));
        }

        await meanwhile;
        return await Task.WhenAll(asked);
    }

    private static async Task<double> WaitAsync(HttpClient client, string path, Stopwatch clock, TimeSpan due)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        answer.EnsureSuccessStatusCode();
        return (clock.Elapsed - due).TotalMilliseconds;
    }
}
