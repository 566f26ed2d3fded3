using System.Diagnostics;
using Repository.Core.Content;

namespace Repository.Benchmarks;

/// <summary>From the moment an editor publishes to the answer that shows it, on a site with 10,000 items that is being read meanwhile.</summary>
internal static class Publishing
{
    public static async Task RunAsync(Workshop workshop, Table table)
    {
        await using var editor = await Editor.StartAsync(workshop);
        var times = new List<double>();
        for (var number = 0; number < (workshop.Quick ? 60 : 300); number++)
        {
            var text = $"Texto {number}.";
            var page = await editor.WriteAsync(ItemContent.Named($"Página {number}", Editor.Culture).With("summary", text, Editor.Culture));
            var clock = Stopwatch.StartNew();
            await editor.PublishAsync(page);
            if (!(await editor.ShownAsync(page)).Contains(text, StringComparison.Ordinal)) throw new InvalidOperationException("The next request did not show what was published.");
            if (number >= 10) times.Add(clock.Elapsed.TotalMilliseconds);
        }

        table.Add("publish to visible, 10,000 items", $"median {times.Median():F1} ms, p99 {times.MostOf100():F1} ms", "p99 ≤ 50 ms", times.MostOf100() <= 50);
    }
}
