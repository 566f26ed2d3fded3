namespace Repository.Search.Queries;

/// <summary>Documents with a term at most so many edits away (insert, drop, replace, swap neighbours); nearer terms score higher.</summary>
public sealed record FuzzyQuery(string Field, string Term, int MaxEdits) : Query
{
    public const int MostEdits = 2;
}
