using System.Diagnostics;
using System.Globalization;
using Repository.Search;
using Repository.Search.Collecting;
using Repository.Search.Queries;
using Repository.Web.Commands.Corpus;

namespace Repository.Benchmarks.Searching;

/// <summary>How much longer queries take when the values of all faceted fields are counted over their matches.</summary>
internal static class Faceting
{
    private static readonly string[] Fields = [.. CorpusSchema.Instance.Fields.Where(field => field.Faceted).Select(field => field.Name)];

    public static string Measure(string folder, string queries, TimeSpan time)
    {
        var searcher = CorpusIndex.Open(folder);
        List<Query> parsed = [.. CorpusQuery.ReadAll(queries).Select(query => query.Parse()).OfType<Query>()];
        Median(searcher, parsed, time, facets: true);
        var without = Median(searcher, parsed, time, facets: false);
        var with = Median(searcher, parsed, time, facets: true);
        return string.Create(CultureInfo.InvariantCulture, $"{with:F0} µs at the median, {without:F0} µs without; ratio {with / without:F2}");
    }

    private static double Median(IndexSearcher searcher, List<Query> queries, TimeSpan time, bool facets)
    {
        var times = new List<double>();
        for (var begin = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(begin) < time;)
        {
            foreach (var query in queries)
            {
                var from = Stopwatch.GetTimestamp();
                var result = searcher.Search(query, 10, allMatches: facets);
                if (facets)
                {
                    foreach (var field in Fields) FacetCounts.Top(result.Matches!, field, 10);
                }

                times.Add(Stopwatch.GetElapsedTime(from).TotalMicroseconds);
            }
        }

        return times.Median();
    }
}
