using System.Text;
using Repository.Search.Indexing;
using Repository.Search.Queries.Scoring;

namespace Repository.Search.Queries;

/// <summary>Documents with a term that begins like this; they all score the same.</summary>
public sealed record PrefixQuery(string Field, string Prefix) : Query
{
    internal override Weight CreateWeight(IndexSearcher searcher, float boost)
    {
        var prefix = Encoding.UTF8.GetBytes(Prefix);
        return new MultiTermWeight(Field, terms => Matching(terms, prefix), boost);
    }

    private static IEnumerable<(int From, int To)> Matching(TermDictionary terms, byte[] prefix)
    {
        var from = terms.FirstAtLeast(prefix);
        return from < terms.Count && terms[from].StartsWith(prefix) ? [(from, terms.FirstWithoutPrefix(prefix, from))] : [];
    }
}
