namespace Repository.Search.Queries;

/// <summary>No document.</summary>
public sealed record MatchNoneQuery : Query;
