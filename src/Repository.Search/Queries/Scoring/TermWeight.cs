using Repository.Search.Indexing;

namespace Repository.Search.Queries.Scoring;

/// <summary>One term of one field, as its UTF-8 bytes.</summary>
internal sealed class TermWeight(string field, byte[] term, Bm25 bm25) : Weight
{
    public override Scorer? CreateScorer(Segment segment)
    {
        if (segment.Field(field) is not { } postings) return null;
        var number = postings.Terms.Find(term);
        return number < 0 ? null : new TermScorer(postings.Open(number), postings.Lengths, bm25);
    }
}
