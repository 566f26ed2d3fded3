using System.Text;
using Repository.Search.Indexing;
using Repository.Search.Queries.Scoring;

namespace Repository.Search.Queries;

/// <summary>Documents with a term between two others in the order of their UTF-8 bytes; null is open. They all score the same.</summary>
public sealed record TermRangeQuery(string Field, string? Lower, string? Upper, bool IncludesLower, bool IncludesUpper) : Query
{
    internal override Weight CreateWeight(IndexSearcher searcher, float boost) => new MultiTermWeight(Field, Between, boost);

    private IEnumerable<(int From, int To)> Between(TermDictionary terms)
    {
        var from = Lower is null ? 0 : Place(terms, Lower, behind: !IncludesLower);
        var to = Upper is null ? terms.Count : Place(terms, Upper, behind: IncludesUpper);
        return from < to ? [(from, to)] : [];
    }

    private static int Place(TermDictionary terms, string bound, bool behind)
    {
        var bytes = Encoding.UTF8.GetBytes(bound);
        var at = terms.FirstAtLeast(bytes);
        return behind && at < terms.Count && terms[at].SequenceEqual(bytes) ? at + 1 : at;
    }
}
