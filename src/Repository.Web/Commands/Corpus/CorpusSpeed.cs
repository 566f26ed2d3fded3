using System.Diagnostics;
using System.Globalization;
using Repository.Search;

namespace Repository.Web.Commands.Corpus;

/// <summary>
/// How fast queries are answered, one thread, in the words of the Lucene harness: warm-up, then five rounds of whole passes over all queries, parsing and the keys
/// of the first hits included. Lucene's harness also has a mode in which totals are estimates; here they are always exact.
/// </summary>
internal static class CorpusSpeed
{
    private const int Rounds = 5;

    public static void Measure(IndexSearcher searcher, IReadOnlyList<CorpusQuery> all, double seconds, TextWriter output)
    {
        var queries = all.Where(query => query.Parse() is not null).ToList();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"docs={searcher.DocumentCount} queries={queries.Count} rounds={Rounds} seconds_per_mode={seconds:F1}"));
        Run(searcher, queries, Math.Max(3, seconds / 3), null);
        var byKind = new SortedDictionary<string, List<long>>(StringComparer.Ordinal);
        var rounds = Enumerable.Range(0, Rounds).Select(_ => Run(searcher, queries, seconds / Rounds, byKind)).ToList();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"mode=exact median_of_rounds: qps={Median(rounds, round => round.PerSecond):F1} p50_us={Median(rounds, round => round.P50):F0} p95_us={Median(rounds, round => round.P95):F0} p99_us={Median(rounds, round => round.P99):F0}  qps_rounds={string.Join('/', rounds.Select(round => round.PerSecond.ToString("F0", CultureInfo.InvariantCulture)))}"));
        foreach (var (kind, times) in byKind)
        {
            times.Sort();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  class={kind,-12} n={times.Count,-7} p50_us={At(times, 50):F1} p95_us={At(times, 95):F1} p99_us={At(times, 99):F1}"));
        }
    }

    private static Round Run(IndexSearcher searcher, List<CorpusQuery> queries, double seconds, SortedDictionary<string, List<long>>? byKind)
    {
        var times = new List<long>();
        var begin = Stopwatch.GetTimestamp();
        var end = begin + (long)(seconds * Stopwatch.Frequency);
        while (Stopwatch.GetTimestamp() < end)
        {
            // Whole passes only, so that every round sees the same mix.
            foreach (var query in queries)
            {
                var from = Stopwatch.GetTimestamp();
                var found = searcher.Search(query.Parse()!, query.Take);
                foreach (var hit in found.Hits) searcher.KeyOf(hit.Document);
                var time = Stopwatch.GetTimestamp() - from;
                times.Add(time);
                if (byKind is null) continue;
                if (!byKind.TryGetValue(query.Kind, out var ofKind)) byKind.Add(query.Kind, ofKind = []);
                ofKind.Add(time);
            }
        }

        var elapsed = Stopwatch.GetElapsedTime(begin);
        times.Sort();
        return new Round(times.Count / elapsed.TotalSeconds, At(times, 50), At(times, 95), At(times, 99));
    }

    private static double At(List<long> sorted, int percent) => sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * (percent / 100.0)))] * 1e6 / Stopwatch.Frequency;

    private static double Median(List<Round> rounds, Func<Round, double> of) => rounds.Select(of).Order().ElementAt(rounds.Count / 2);

    private sealed record Round(double PerSecond, double P50, double P95, double P99);
}
