using System.Globalization;

namespace Repository.Benchmarks.Searching;

/// <summary>The search library beside Apache Lucene: the same documents, the same queries, one thread, exact totals, no facets; then what facets cost.</summary>
internal static class Comparing
{
    private static readonly int[] Sizes = [10_000, 100_000];

    public static async Task RunAsync(Workshop workshop, Table table)
    {
        int[] sizes = workshop.Documents is { } asked ? [asked] : workshop.Quick ? [Sizes[0]] : Sizes;
        foreach (var size in sizes) await CompareAsync(workshop, table, size);
    }

    private static async Task CompareAsync(Workshop workshop, Table table, int size)
    {
        var documents = await Corpus.DocumentsAsync(size);
        var queries = await Corpus.QueriesAsync();
        var ours = new Measured(Engine.Ours, documents, queries, workshop);
        var lucene = new Measured(Engine.Lucene, documents, queries, workshop);
        var title = size.ToString("N0", CultureInfo.InvariantCulture);
        try
        {
            for (var round = 0; round < (workshop.Quick ? 1 : 3); round++)
            {
                // In turn, so that whatever else keeps the machine busy hits both.
                await ours.RunAsync();
                if (lucene.Missing is null) await lucene.RunAsync();
            }

            Print(table, title, ours, lucene);
            table.Add($"{title}: with all seven facets counted", Faceting.Measure(ours.Folder, queries, workshop.Round));
        }
        finally
        {
            ours.Dispose();
            lucene.Dispose();
        }
    }

    private static void Print(Table table, string title, Measured ours, Measured lucene)
    {
        if (lucene.Missing is { } why) table.Add($"{title}: Apache Lucene", why);
        Row("documents indexed a second", engine => engine.Rate, rate => $"{rate:N0}", isKept: ratio => ratio >= 1, promised: "≥ 1");
        Row("index on disk", engine => engine.IndexBytes, Megabytes);
        Row("most memory while indexing", engine => engine.IndexingBytes, Megabytes);
        Row("most memory while searching", engine => engine.SearchingBytes, Megabytes);
        foreach (var (mine, place) in ours.Queries().Select((percentiles, place) => (percentiles, place)))
        {
            if (lucene.Missing is not null)
            {
                table.Add($"{title}: {mine.Kind}", mine.ToString());
                continue;
            }

            var theirs = lucene.Queries()[place];
            var isKept = place == 0 ? mine.Half <= theirs.Half && mine.MostOf100 <= theirs.MostOf100 : (bool?)null;
            table.Add($"{title}: {mine.Kind}, p50 / p95 / p99", $"{mine}; Lucene {theirs}; ratio {mine.Over(theirs)}", place == 0 ? "≤ 1" : string.Empty, isKept);
        }

        void Row(string figure, Func<Measured, double> of, Func<double, string> write, Func<double, bool>? isKept = null, string promised = "")
        {
            if (lucene.Missing is null) table.Add($"{title}: {figure}", $"{write(of(ours))}; Lucene {write(of(lucene))}; ratio {of(ours) / of(lucene):F2}", promised, isKept?.Invoke(of(ours) / of(lucene)));
            else table.Add($"{title}: {figure}", write(of(ours)));
        }
    }

    private static string Megabytes(double bytes) => $"{bytes / 1024 / 1024:N0} MB";
}
