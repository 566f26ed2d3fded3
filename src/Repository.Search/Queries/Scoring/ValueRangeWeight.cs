using Repository.Search.Indexing;

namespace Repository.Search.Queries.Scoring;

/// <summary>Documents with a number or day in a range.</summary>
internal sealed class ValueRangeWeight(string field, long lower, long upper, float boost) : Weight
{
    public override Scorer? CreateScorer(Segment segment)
    {
        if (segment.PointsOf(field) is not { } points) return null;
        var documents = points.Between(lower, upper);
        if (documents.IsEmpty) return null;
        var set = new BitSet(segment.DocumentCount);
        foreach (var document in documents) set.Add(document);
        return new BitSetScorer(set, documents.Length, boost);
    }
}
