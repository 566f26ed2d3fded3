namespace Repository.Search.Queries;

/// <summary>Documents with a term that begins like this; they all score the same.</summary>
public sealed record PrefixQuery(string Field, string Prefix) : Query;
