using Repository.Search.Queries.Scoring;

namespace Repository.Search.Queries;

/// <summary>Documents with a number or day between two, both included. They all score the same.</summary>
public sealed record ValueRangeQuery(string Field, long Lower, long Upper) : Query
{
    internal override Weight CreateWeight(IndexSearcher searcher, float boost) => new ValueRangeWeight(Field, Lower, Upper, boost);
}
