namespace Repository.Search.Queries;

/// <summary>The role of a clause in a boolean query. A filter must match and does not score.</summary>
public enum Occur
{
    Must,
    Should,
    MustNot,
    Filter,
}
