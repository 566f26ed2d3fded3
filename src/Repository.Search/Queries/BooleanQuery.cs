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
    /// <summary>Up to so many leaves are taken as they stand: nobody looks for equal ones, and scores are cut to float where Lucene does it.</summary>
    private const int Few = 64;

    private bool IsAnyOf => !Clauses.IsEmpty && Clauses.All(clause => clause.Occur == Occur.Should);

    public bool Equals(BooleanQuery? other) => other is not null && Clauses.AsSpan().SequenceEqual(other.Clauses.AsSpan());

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var clause in Clauses) hash.Add(clause);
        return hash.ToHashCode();
    }

    internal override Weight CreateWeight(IndexSearcher searcher, float boost)
    {
        if (Leaves(this) <= Few) return new BooleanWeight([.. Clauses.Select(clause => (clause.Occur, clause.Query.CreateWeight(searcher, boost)))]);
        var boosts = new OrderedDictionary<BooleanClause, float>();
        Gather(boosts, boost);
        return new BooleanWeight([.. boosts.Select(pair => (pair.Key.Occur, pair.Key.Query.CreateWeight(searcher, pair.Value)))]);
    }

    /// <summary>Brings equal clauses together, also out of groups that only add: a score is as many times as high as its boost, so the boosts are summed.</summary>
    private void Gather(OrderedDictionary<BooleanClause, float> boosts, float boost)
    {
        foreach (var clause in Clauses)
        {
            var (query, factor) = (clause.Query, boost);
            for (; query is BoostQuery boosted; query = boosted.Inner) factor *= boosted.Boost;
            if (clause.Occur == Occur.Should && query is BooleanQuery { IsAnyOf: true } group)
            {
                group.Gather(boosts, factor);
                continue;
            }

            var key = clause with { Query = query };
            boosts[key] = boosts.GetValueOrDefault(key) + factor;
        }
    }

    private static int Leaves(Query query) => query switch
    {
        BoostQuery boost => Leaves(boost.Inner),
        BooleanQuery boolean => boolean.Clauses.Sum(clause => Leaves(clause.Query)),
        _ => 1,
    };
}
