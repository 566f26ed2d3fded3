using Repository.Search.Queries.Scoring;

namespace Repository.Search.Queries;

/// <summary>The same documents, their scores multiplied. Boosts multiply down the tree.</summary>
public sealed record BoostQuery(Query Inner, float Boost) : Query
{
    internal override Weight CreateWeight(IndexSearcher searcher, float boost) => Inner.CreateWeight(searcher, boost * Boost);
}
