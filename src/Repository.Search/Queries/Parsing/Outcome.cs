namespace Repository.Search.Queries.Parsing;

/// <summary>What became of a part of a query: a query, nothing (all of its words were stop words), or the reason why the whole text is refused.</summary>
internal readonly record struct Outcome(Query? Query, string? Problem)
{
    public static Outcome Nothing => default;

    public bool IsRefused => Problem is not null;

    public static Outcome Of(Query? query) => new(query, null);

    public static Outcome Refused(string problem) => new(null, problem);
}
