using Repository.Search.Indexing;

namespace Repository.Search.Queries.Scoring;

/// <summary>A query bound to one index: its statistics and boosts are known, so that each segment can be scored by itself.</summary>
internal abstract class Weight
{
    /// <summary>Null when no document of the segment matches.</summary>
    public abstract Scorer? CreateScorer(Segment segment);
}
