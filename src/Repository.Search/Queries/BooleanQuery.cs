using System.Collections.Immutable;
using Repository.Search.Queries.Scoring;

namespace Repository.Search.Queries;

/// <summary>One clause of a <see cref="BooleanQuery"/>.</summary>
public sealed record BooleanClause(Occur Occur, Query Query);

/// <summary>
/// Documents that all <c>Must</c> and <c>Filter</c> clauses match and no <c>MustNot</c> clause does; without <c>Must</c> and <c>Filter</c> at least one
/// <c>Should</c> clause has to match. The score is the sum over the matching <c>Must</c> and <c>Should</c> clauses; the same clause twice counts twice.
/// </summary>
public sealed record BooleanQuery(ImmutableArray<BooleanClause> Clauses) : Query
{
    /// <summary>Among so few clauses nobody looks for equal ones.</summary>
    private const int Few = 16;

    public bool Equals(BooleanQuery? other) => other is not null && Clauses.AsSpan().SequenceEqual(other.Clauses.AsSpan());

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var clause in Clauses) hash.Add(clause);
        return hash.ToHashCode();
    }

    internal override Weight CreateWeight(IndexSearcher searcher, float boost) => new BooleanWeight(Clauses.Length <= Few
        ? [.. Clauses.Select(clause => (clause.Occur, clause.Query.CreateWeight(searcher, boost)))]
        : [.. Clauses.CountBy(clause => clause).Select(same => (same.Key.Occur, same.Key.Query.CreateWeight(searcher, boost * same.Value)))]);
}
