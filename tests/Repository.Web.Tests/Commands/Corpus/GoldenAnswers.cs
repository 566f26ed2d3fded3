using System.Text.Json;
using Repository.Search;
using Repository.Web.Commands.Corpus;

namespace Repository.Web.Tests.Commands.Corpus;

/// <summary>Apache Lucene's answers to two sets of queries over the golden documents, and what differs from them by the tolerances of the search contract.</summary>
internal static class GoldenAnswers
{
    private static readonly (string Queries, string Answers)[] Sets = [("queries.jsonl", "results.jsonl"), ("syntax.jsonl", "syntax-results.jsonl")];

    public static string Find(string name) => Path.Combine(AppContext.BaseDirectory, "Golden", name);

    /// <summary>One line for each query that is not answered as Lucene does: the query, and both answers.</summary>
    public static IReadOnlyList<string> Differences(IndexSearcher searcher) =>
    [
        .. Sets.SelectMany(set => CorpusQuery.ReadAll(Find(set.Queries)).Zip(File.ReadLines(Find(set.Answers)), (query, golden) =>
        {
            var ours = CorpusAnswer.Of(searcher, query);
            return Difference(Answer.Read(golden), Answer.Read(ours)) is { } what ? $"{query.Id} {query.Text}: {what}\n   Lucene {golden}\n   ours   {ours}" : null;
        })).OfType<string>(),
    ];

    private static string? Difference(Answer golden, Answer ours)
    {
        if (golden.Id != ours.Id) return "another query";
        if (golden.IsRefused != ours.IsRefused) return golden.IsRefused ? "should be refused" : "should not be refused";
        if (golden.Total != ours.Total) return "another total";
        if (!IsSameOrder(golden, ours)) return "other results";
        return golden.Facets == ours.Facets ? null : "other facets";
    }

    /// <summary>Equal scores rank by rank; results of equal score may change places, and of a last run of them that goes on unseen others may be shown.</summary>
    private static bool IsSameOrder(Answer golden, Answer ours)
    {
        if (golden.Scores.Length != ours.Scores.Length || ours.Ids.Distinct().Count() != ours.Ids.Length) return false;
        if (golden.Scores.Zip(ours.Scores, IsSame).Contains(false)) return false;
        for (int from = 0, to; from < golden.Ids.Length; from = to)
        {
            for (to = from + 1; to < golden.Ids.Length && IsSame(golden.Scores[to], golden.Scores[from]);) to++;
            var goesOn = to == golden.Ids.Length && golden.Next is { } next && IsSame(next, golden.Scores[^1]);
            if (!goesOn && !golden.Ids[from..to].ToHashSet().SetEquals(ours.Ids[from..to])) return false;
        }

        return true;
    }

    private static bool IsSame(double one, double other) => Math.Abs(one - other) <= 2e-5 + (2e-5 * Math.Max(Math.Abs(one), Math.Abs(other)));

    private sealed record Answer(string Id, bool IsRefused, int Total, string[] Ids, double[] Scores, double? Next, string? Facets)
    {
        public static Answer Read(string line)
        {
            using var json = JsonDocument.Parse(line);
            var answer = json.RootElement;
            return new Answer(
                answer.GetProperty("id").GetString()!,
                answer.TryGetProperty("error", out var refused) && refused.GetBoolean(),
                answer.GetProperty("total").GetInt32(),
                [.. answer.GetProperty("ids").EnumerateArray().Select(id => id.GetString()!)],
                [.. answer.GetProperty("scores").EnumerateArray().Select(score => score.GetDouble())],
                answer.TryGetProperty("next", out var next) ? next.GetDouble() : null,
                answer.TryGetProperty("facets", out var facets) ? facets.GetRawText() : null);
        }
    }
}
