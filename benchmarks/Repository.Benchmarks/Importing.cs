namespace Repository.Benchmarks;

/// <summary>Ten thousand items of about 5 KB through validation, one transaction for each two thousand.</summary>
internal static class Importing
{
    public static async Task RunAsync(Workshop workshop, Table table)
    {
        await using var own = new Workshop(workshop.Quick);
        await own.FolderAsync(Starting.Many);
        table.Add("10,000 items imported (SQLite)", $"{own.Filling.TotalSeconds:F1} s", "≤ 30 s", own.Filling.TotalSeconds <= 30);
    }
}
