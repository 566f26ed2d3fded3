using Repository.Search.Queries.Scoring;

namespace Repository.Search.Queries;

/// <summary>What is looked for. Queries are values: immutable, comparable, independent of any index.</summary>
public abstract record Query
{
    internal abstract Weight CreateWeight(IndexSearcher searcher, float boost);
}
