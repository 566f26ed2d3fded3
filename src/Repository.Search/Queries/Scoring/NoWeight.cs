using Repository.Search.Indexing;

namespace Repository.Search.Queries.Scoring;

/// <summary>Matches nothing.</summary>
internal sealed class NoWeight : Weight
{
    public static readonly NoWeight Instance = new();

    public override Scorer? CreateScorer(Segment segment) => null;
}
