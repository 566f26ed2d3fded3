namespace Repository.Search.Queries;

/// <summary>Documents with a term between two others in the order of their UTF-8 bytes; null is open. They all score the same.</summary>
public sealed record TermRangeQuery(string Field, string? Lower, string? Upper, bool IncludesLower, bool IncludesUpper) : Query;
