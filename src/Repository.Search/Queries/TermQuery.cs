using System.Text;
using Repository.Search.Queries.Scoring;

namespace Repository.Search.Queries;

/// <summary>Documents that have the term in the field, scored by BM25.</summary>
public sealed record TermQuery(string Field, string Term) : Query
{
    internal override Weight CreateWeight(IndexSearcher searcher, float boost)
    {
        var term = Encoding.UTF8.GetBytes(Term);
        var found = searcher.DocumentFrequency(Field, term);
        return found == 0 ? NoWeight.Instance : CreateWeight(searcher, term, found, boost);
    }

    /// <summary>A weight that takes another number of documents than the term's own for its rarity.</summary>
    internal Weight CreateWeight(IndexSearcher searcher, byte[] term, long documentFrequency, float boost)
    {
        var field = searcher.Statistics(Field);
        return new TermWeight(Field, term, Bm25.For(field, boost, Bm25.Idf(documentFrequency, field.Documents)));
    }
}
