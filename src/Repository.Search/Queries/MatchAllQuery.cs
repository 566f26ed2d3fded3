using Repository.Search.Queries.Scoring;

namespace Repository.Search.Queries;

/// <summary>Every document; they all score the same.</summary>
public sealed record MatchAllQuery : Query
{
    internal override Weight CreateWeight(IndexSearcher searcher, float boost) => new MatchAllWeight(boost);
}
