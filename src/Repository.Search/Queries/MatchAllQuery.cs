namespace Repository.Search.Queries;

/// <summary>Every document; they all score the same.</summary>
public sealed record MatchAllQuery : Query;
