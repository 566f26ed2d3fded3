using System.Diagnostics;
using System.Globalization;
using Repository.Search;
using Repository.Search.Queries.Parsing;
using Repository.Web.Commands.Corpus;

namespace Repository.Benchmarks.Searching;

/// <summary>Queries that nobody means well with: each is answered within a time, or refused.</summary>
internal static class Defending
{
    private const int Documents = 100_000;
    private const double Promised = 100;

    public static async Task RunAsync(Workshop workshop, Table table)
    {
        var documents = await Corpus.DocumentsAsync(workshop.Documents ?? (workshop.Quick ? Documents / 10 : Documents));
        var index = new SearchIndex(CorpusSchema.Instance);
        index.Load(new CorpusDocuments(documents).Read());
        var searcher = index.MergeAll();
        var parser = new QueryParser(CorpusSchema.Instance, [new("title", 4), new("summary", 2), new("body", 1)]);
        foreach (var (name, text) in HostileQueries.All())
        {
            var (milliseconds, outcome) = Best(() => Answer(searcher, parser, text), workshop.Rounds);
            table.Add(name, string.Create(CultureInfo.InvariantCulture, $"{milliseconds:F1} ms, {outcome}"), $"≤ {Promised} ms", milliseconds <= Promised);
        }
    }

    private static string Answer(IndexSearcher searcher, QueryParser parser, string text)
    {
        var parsed = parser.Parse(text);
        return parsed.Query is { } query ? string.Create(CultureInfo.InvariantCulture, $"{searcher.Search(query, 10).Total:N0} found") : $"refused: {parsed.Problem}";
    }

    /// <summary>Processor time, and the best of some rounds: what else the machine does says nothing of the query.</summary>
    private static (double Milliseconds, string Outcome) Best(Func<string> answer, int rounds)
    {
        var (best, outcome) = (double.MaxValue, string.Empty);
        for (var round = 0; round < rounds; round++)
        {
            var begin = Process.GetCurrentProcess().TotalProcessorTime;
            outcome = answer();
            best = Math.Min(best, (Process.GetCurrentProcess().TotalProcessorTime - begin).TotalMilliseconds);
        }

        return (best, outcome);
    }
}
