using System.Collections.Immutable;
using Repository.Search.Indexing;

namespace Repository.Search.Queries.Parsing;

/// <summary>Restricts queries to values of fields without scoring them: the values of one field are alternatives, all fields are required.</summary>
public static class QueryFilters
{
    /// <summary>The query within the filters; without filters it is the query itself. Refused when a value cannot be one of its field's.</summary>
    public static ParseResult Apply(IndexSchema schema, Query query, IEnumerable<(string Field, IReadOnlyList<string> Values)> filters)
    {
        var clauses = ImmutableArray.CreateBuilder<BooleanClause>();
        clauses.Add(new BooleanClause(Occur.Must, query));
        foreach (var (field, values) in filters)
        {
            var filter = Of(schema, field, values);
            if (filter.Query is null) return filter;
            clauses.Add(new BooleanClause(Occur.Filter, filter.Query));
        }

        if (clauses.Count > ClauseList.MostClauses) return ParseResult.Refused(ClauseList.TooMany);
        return ParseResult.Of(clauses.Count == 1 ? query : new BooleanQuery(clauses.ToImmutable()));
    }

    /// <summary>Any of the values, taken whole: text is normalised as a keyword, numbers and days are themselves, a year or a month all of its days.</summary>
    public static ParseResult Of(IndexSchema schema, string field, IReadOnlyList<string> values)
    {
        if (values.Count > ClauseList.MostClauses) return ParseResult.Refused(ClauseList.TooMany);
        var any = ImmutableArray.CreateBuilder<BooleanClause>(values.Count);
        foreach (var value in values)
        {
            var one = ValueOf(schema, field, value);
            if (one.Problem is { } problem) return ParseResult.Refused(problem);
            any.Add(new BooleanClause(Occur.Should, one.Query!));
        }

        return ParseResult.Of(new BooleanQuery(any.ToImmutable()));
    }

    private static Outcome ValueOf(IndexSchema schema, string field, string value) => schema.Find(field) is { HasTerms: false } values
        ? FieldValues.Between(values, RangeBounds.Only(value))
        : Outcome.Of(new TermQuery(field, schema.AnalyzerOf(field).Normalize(value)));
}
