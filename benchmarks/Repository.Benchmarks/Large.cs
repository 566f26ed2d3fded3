namespace Repository.Benchmarks;

/// <summary>A hundred thousand items.</summary>
internal static class Large
{
    private const int Items = 100_000;

    public static async Task RunAsync(Workshop workshop, Table table)
    {
        await workshop.FolderAsync(Items);
        table.Add("100,000 items imported (SQLite)", $"{workshop.Filling.TotalSeconds:F0} s");
        var (start, megabytes) = await Starting.MeasureAsync(workshop, Items);
        table.Add("start with 100,000 items", $"{start:F1} s, {megabytes:N0} MB", "≤ 1,200 MB", megabytes <= 1200);
        megabytes = await Delivering.MeasureAsync(workshop, table, Items);
        table.Add("resident after the load", $"{megabytes:N0} MB", "≤ 1,200 MB", megabytes <= 1200);
    }
}
