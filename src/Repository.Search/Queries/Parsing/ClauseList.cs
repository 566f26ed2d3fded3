namespace Repository.Search.Queries.Parsing;

/// <summary>
/// The clauses between two brackets and their roles. They are read from the left, without precedence: an <c>AND</c> makes the clause before it required, and under
/// the default operator AND an <c>OR</c> makes it optional.
/// </summary>
internal sealed class ClauseList(DefaultOperator defaultOperator)
{
    /// <summary>Lucene's limit on the clauses of one boolean query; here also on the terms of all clauses together, as in later versions of Lucene.</summary>
    public const int MostClauses = 1024;

    private readonly List<BooleanClause> _clauses = [];
    private Query? _first;

    public static string TooMany => $"More than {MostClauses} clauses.";

    /// <summary>False when the list is full.</summary>
    /// <param name="introduction"><c>And</c>, <c>Or</c>, or <c>End</c> where nothing is written.</param>
    /// <param name="sign"><c>Plus</c>, <c>Minus</c>, <c>Not</c>, or <c>End</c> where there is none.</param>
    /// <param name="query">Null for a clause of nothing but stop words; what stands before it changes all the same.</param>
    public bool Add(QueryTokenKind introduction, QueryTokenKind sign, Query? query, bool isFirst)
    {
        if (introduction == QueryTokenKind.And) ChangeLast(Occur.Must);
        if (introduction == QueryTokenKind.Or && defaultOperator == DefaultOperator.And) ChangeLast(Occur.Should);
        if (query is null) return true;
        if (isFirst && sign == QueryTokenKind.End) _first = query;
        _clauses.Add(new BooleanClause(RoleOf(introduction, sign), query));
        return _clauses.Count <= MostClauses;
    }

    /// <summary>A single unsigned clause is the query itself, whatever became of the clauses behind it; no clause at all is nothing.</summary>
    public Query? Build() => _clauses.Count switch
    {
        0 => null,
        1 when _first is not null => _first,
        _ => new BooleanQuery([.. _clauses]),
    };

    private Occur RoleOf(QueryTokenKind introduction, QueryTokenKind sign)
    {
        if (sign is QueryTokenKind.Minus or QueryTokenKind.Not) return Occur.MustNot;
        if (defaultOperator == DefaultOperator.And) return introduction == QueryTokenKind.Or ? Occur.Should : Occur.Must;
        return sign == QueryTokenKind.Plus || introduction == QueryTokenKind.And ? Occur.Must : Occur.Should;
    }

    private void ChangeLast(Occur occur)
    {
        if (_clauses is [.., { Occur: not Occur.MustNot } last]) _clauses[^1] = last with { Occur = occur };
    }
}
