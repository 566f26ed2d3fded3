namespace Repository.Search.Queries.Parsing;

/// <summary>What stands between two words when nothing is written there.</summary>
public enum DefaultOperator
{
    Or,
    And,
}
