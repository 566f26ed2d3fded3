using System.Globalization;

namespace Repository.Benchmarks;

/// <summary>From the start of the built program to its first list, and the memory it then holds.</summary>
internal static class Starting
{
    public const int Many = 10_000;

    public static async Task RunAsync(Workshop workshop, Table table)
    {
        var small = await MeasureAsync(workshop, 0);
        table.Add("start with the seed content", $"{small.Start:F2} s, {small.Megabytes} MB", "≤ 1.5 s", small.Start <= 1.5);
        var many = await MeasureAsync(workshop, Many);
        table.Add("start with 10,000 items more", $"{many.Start:F2} s, {many.Megabytes} MB", "≤ 3 s, ≤ 250 MB", many.Start <= 3 && many.Megabytes <= 250);
    }

    public static async Task<(double Start, long Megabytes)> MeasureAsync(Workshop workshop, int items)
    {
        var folder = await workshop.FolderAsync(items);
        var runs = new List<(double Start, long Megabytes)>();
        for (var round = 0; round < workshop.Rounds; round++)
        {
            await using var program = await Served.ProgramAsync(folder);
            runs.Add((program.Start.TotalSeconds, program.ResidentBytes / 1024 / 1024));
        }

        return (runs.Select(run => run.Start).Median(), (long)runs.Select(run => (double)run.Megabytes).Median());
    }

    public static string Rate(double rate) => rate.ToString("N0", CultureInfo.InvariantCulture);
}
