using Repository.Search.Indexing;

namespace Repository.Search.Queries.Scoring;

/// <summary>Documents that have any of many terms, which all score the same: prefix, wildcard and range of terms.</summary>
internal sealed class MultiTermWeight(string field, Func<TermDictionary, IEnumerable<int>> terms, float boost) : Weight
{
    public override Scorer? CreateScorer(Segment segment)
    {
        if (segment.Field(field) is not { } postings) return null;
        PostingsCursor? cursor = null;
        BitSet? documents = null;
        var cost = 0L;
        foreach (var term in terms(postings.Terms))
        {
            if (cursor is null) cursor = postings.Open(term);
            else cursor.Open(term);
            documents ??= new BitSet(segment.DocumentCount);
            cursor.AddTo(documents);
            cost += postings.DocumentFrequency(term);
        }

        return documents is null ? null : new BitSetScorer(documents, Math.Min(cost, segment.DocumentCount), boost);
    }
}
