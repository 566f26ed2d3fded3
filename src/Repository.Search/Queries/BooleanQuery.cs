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
    internal override Weight CreateWeight(IndexSearcher searcher, float boost) =>
        new BooleanWeight([.. Clauses.Select(clause => (clause.Occur, clause.Query.CreateWeight(searcher, boost)))]);
}
