namespace Repository.Search.Queries;

/// <summary>Documents with a number or day between two, both included. They all score the same.</summary>
public sealed record ValueRangeQuery(string Field, long Lower, long Upper) : Query;
