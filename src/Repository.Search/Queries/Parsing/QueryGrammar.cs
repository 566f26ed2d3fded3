using System.Globalization;
using static Repository.Search.Queries.Parsing.QueryTokenKind;

namespace Repository.Search.Queries.Parsing;

/// <summary>Reads the tokens of one query, from the left and each once. Brackets are the only recursion, and only so many of them may stand inside each other.</summary>
internal sealed class QueryGrammar(string text, IReadOnlyList<QueryToken> tokens, DefaultOperator defaultOperator, QueryLeaves leaves)
{
    /// <summary>More than any person writes, and shallow enough for every walk through a query to be recursive.</summary>
    public const int DeepestNesting = 50;

    /// <summary>Phrases, patterns and ranges are dear: each may have to look at much of an index. A word with edits counts twice.</summary>
    public const int MostDearLeaves = 40;

    private int _at;
    private int _dearLeaves;

    private QueryTokenKind Kind => tokens[_at].Kind;

    public Outcome Read()
    {
        var query = Clauses(field: null, depth: 0);
        return query.IsRefused || Kind == End ? query : Unexpected();
    }

    private Outcome Clauses(string? field, int depth)
    {
        if (depth > DeepestNesting) return Outcome.Refused($"More than {DeepestNesting} brackets inside each other.");
        var clauses = new ClauseList(defaultOperator);
        var isFirst = true;
        do
        {
            var introduction = isFirst ? End : TakeIf(Kind is And or Or);
            var sign = TakeIf(Kind is Plus or Minus or Not);
            var clause = Clause(field, depth);
            if (clause.IsRefused) return clause;
            if (!clauses.Add(introduction, sign, clause.Query, isFirst)) return Outcome.Refused(ClauseList.TooMany);
            isFirst = false;
        }
        while (Kind is And or Or or Plus or Minus or Not || BeginsClause(Kind));

        return Outcome.Of(clauses.Build());
    }

    private Outcome Clause(string? field, int depth)
    {
        if (Kind is Word or Star && tokens[_at + 1].Kind == Colon)
        {
            field = QuerySyntax.Unescape(Take().In(text).ToString());
            if (field is null) return BrokenEscape();
            Take();
        }

        if (Kind == OpenBracket) return Group(field, depth);
        return BeginsClause(Kind) ? Leaf(field) : Unexpected();
    }

    private Outcome Group(string? field, int depth)
    {
        Take();
        var query = Clauses(field, depth + 1);
        if (query.IsRefused) return query;
        if (Kind != CloseBracket) return Unexpected();
        Take();
        return Boosted(query, Kind == Boost ? Take() : default);
    }

    private Outcome Leaf(string? field)
    {
        if (Kind == RangeStart) return ++_dearLeaves > MostDearLeaves ? TooDear() : Range(field);
        var token = Take();
        var boost = Kind == Boost ? Take() : default;
        var tilde = Kind == Tilde ? Take() : default;
        if (boost == default && Kind == Boost) boost = Take();
        if ((_dearLeaves += PriceOf(token.Kind, tilde)) > MostDearLeaves) return TooDear();
        var query = token.Kind == Phrase ? PhraseOf(field, token, tilde) : WordOrPattern(field, token, tilde);
        return leaves.TermCount > ClauseList.MostClauses ? Outcome.Refused(ClauseList.TooMany) : Boosted(query, boost);
    }

    private Outcome PhraseOf(string? field, QueryToken token, QueryToken tilde)
    {
        var words = QuerySyntax.Unescape(token.Inside(text, 1, 1));
        return words is null ? BrokenEscape() : leaves.Phrase(field, words, tilde == default ? 0 : TildeNumber.Slop(tilde.In(text)[1..]));
    }

    private Outcome WordOrPattern(string? field, QueryToken token, QueryToken tilde)
    {
        var image = token.Kind == LoneSign ? token.Inside(text, 0, 1) : token.In(text).ToString();
        var plain = QuerySyntax.Unescape(image);
        if (plain is null) return BrokenEscape();
        return token.Kind switch
        {
            // A wildcard keeps its escapes, an escaped star is none; a "~" behind a pattern means nothing.
            Star or Wildcard => leaves.Wildcard(field, image),
            Prefix => leaves.Prefix(field, plain[..^1]),
            _ when tilde != default => leaves.Fuzzy(field, plain, TildeNumber.Similarity(tilde.In(text)[1..])),
            _ => leaves.Word(field, plain),
        };
    }

    private Outcome Range(string? field)
    {
        var start = Take();
        if (!TryOperand(out var lower)) return Unexpected();
        if (Kind != RangeTo) return Unexpected();
        Take();
        if (!TryOperand(out var upper)) return Unexpected();
        if (Kind != RangeEnd) return Unexpected();
        var end = Take();
        var boost = Kind == Boost ? Take() : default;
        return Boosted(leaves.Range(field, new RangeBounds(lower, upper, start.In(text) is "[", end.In(text) is "]")), boost);
    }

    /// <summary>One end of a range: null for a bare <c>*</c>, which leaves it open.</summary>
    private bool TryOperand(out string? operand)
    {
        operand = null;
        if (Kind is not (RangeWord or RangePhrase or RangeTo)) return false;
        if (Kind == RangeWord && tokens[_at].In(text) is "*")
        {
            Take();
            return true;
        }

        operand = QuerySyntax.Unescape(Kind == RangePhrase ? tokens[_at].Inside(text, 1, 1) : tokens[_at].In(text).ToString());
        if (operand is null) return false;
        Take();
        return true;
    }

    private Outcome Boosted(Outcome query, QueryToken boost)
    {
        if (boost == default || query.Query is null) return query;
        var factor = float.Parse(boost.In(text)[1..], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        return float.IsFinite(factor) ? Outcome.Of(new BoostQuery(query.Query, factor)) : Outcome.Refused("A boost too large.");
    }

    private static bool BeginsClause(QueryTokenKind kind) => kind is LoneSign or OpenBracket or Star or Word or Prefix or Wildcard or Phrase or RangeStart;

    private static int PriceOf(QueryTokenKind kind, QueryToken tilde) => kind is Phrase or Prefix or Wildcard ? 1 : tilde != default ? 2 : 0;

    private QueryToken Take() => tokens[_at++];

    private QueryTokenKind TakeIf(bool wanted) => wanted ? Take().Kind : End;

    private Outcome Unexpected() => Outcome.Refused(Kind == End ? "The query ends too early." : $"Character {tokens[_at].Start} is out of place.");

    private static Outcome TooDear() => Outcome.Refused($"More than {MostDearLeaves} phrases, patterns and ranges; a word with edits counts twice.");

    private static Outcome BrokenEscape() => Outcome.Refused("An escape that is not whole.");
}
