using Repository.Search.Indexing;

namespace Repository.Search.Queries.Scoring;

/// <summary>Every document of a segment.</summary>
internal sealed class MatchAllWeight(float boost) : Weight
{
    public override Scorer? CreateScorer(Segment segment)
    {
        if (segment.DocumentCount == 0) return null;
        var all = new BitSet(segment.DocumentCount);
        all.AddAll();
        return new BitSetScorer(all, segment.DocumentCount, boost);
    }
}
