namespace Repository.Search.Queries.Parsing;

/// <summary>What became of a typed query: a query, or the reason why it is none. A parser never throws.</summary>
/// <param name="Problem">In English, for logs and tests; null when there is a query.</param>
public readonly record struct ParseResult(Query? Query, string? Problem)
{
    public static ParseResult Of(Query query) => new(query, null);

    public static ParseResult Refused(string problem) => new(null, problem);
}
