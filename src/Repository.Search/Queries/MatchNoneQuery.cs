using Repository.Search.Queries.Scoring;

namespace Repository.Search.Queries;

/// <summary>No document.</summary>
public sealed record MatchNoneQuery : Query
{
    internal override Weight CreateWeight(IndexSearcher searcher, float boost) => NoWeight.Instance;
}
