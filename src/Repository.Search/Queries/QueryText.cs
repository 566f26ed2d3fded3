using System.Globalization;

namespace Repository.Search.Queries;

/// <summary>Queries as text, written as Lucene writes them: what the parser made of a query can be read, and compared with Lucene's.</summary>
public static class QueryText
{
    public static string Of(Query query) => query switch
    {
        TermQuery term => $"{term.Field}:{term.Term}",
        PhraseQuery phrase => $"{phrase.Field}:\"{Words(phrase)}\"{(phrase.Slop == 0 ? string.Empty : $"~{phrase.Slop}")}",
        PrefixQuery prefix => $"{prefix.Field}:{prefix.Prefix}*",
        WildcardQuery wildcard => $"{wildcard.Field}:{wildcard.Pattern}",
        FuzzyQuery fuzzy => $"{fuzzy.Field}:{fuzzy.Term}~{fuzzy.MaxEdits}",
        TermRangeQuery range => $"{range.Field}:{(range.IncludesLower ? '[' : '{')}{Bound(range.Lower)} TO {Bound(range.Upper)}{(range.IncludesUpper ? ']' : '}')}",
        ValueRangeQuery range => string.Create(CultureInfo.InvariantCulture, $"{range.Field}:[{range.Lower} TO {range.Upper}]"),
        BooleanQuery boolean => string.Join(' ', boolean.Clauses.Select(Clause)),
        BoostQuery boost => $"({Of(boost.Inner)})^{Number(boost.Boost)}",
        MatchAllQuery => "*:*",
        MatchNoneQuery => "MatchNoDocsQuery(\"\")",
        _ => query.ToString(),
    };

    private static string Clause(BooleanClause clause)
    {
        var sign = clause.Occur switch
        {
            Occur.Must => "+",
            Occur.MustNot => "-",
            Occur.Filter => "#",
            _ => string.Empty,
        };
        return clause.Query is BooleanQuery ? $"{sign}({Of(clause.Query)})" : sign + Of(clause.Query);
    }

    private static string Words(PhraseQuery phrase)
    {
        var words = Enumerable.Repeat("?", phrase.Offsets[^1] + 1).ToArray();
        for (var number = 0; number < phrase.Terms.Length; number++) words[phrase.Offsets[number]] = phrase.Terms[number];
        return string.Join(' ', words);
    }

    private static string Bound(string? bound) => bound switch
    {
        null => "*",
        "*" => "\\*",
        _ => bound,
    };

    /// <summary>As Java writes a float: the shortest digits that tell it, with an exponent from ten million on and below a thousandth.</summary>
    private static string Number(float number)
    {
        var shortest = double.Parse(number.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return shortest.ToString(number is 0 or (>= 1e-3f and < 1e7f) ? "0.0#########" : "0.0########E0", CultureInfo.InvariantCulture);
    }
}
