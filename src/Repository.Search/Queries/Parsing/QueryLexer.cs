using static Repository.Search.Queries.Parsing.QueryTokenKind;

namespace Repository.Search.Queries.Parsing;

/// <summary>
/// Cuts a query into tokens: the longest match wins, and between the brackets of a range other rules hold. All of the text is read before anything is parsed, which
/// makes no difference to what is accepted: a character out of place refuses the query wherever it stands.
/// </summary>
internal sealed class QueryLexer(string text)
{
    private readonly List<QueryToken> _tokens = [];
    private int _at;
    private bool _inRange;

    /// <summary>The tokens with an <see cref="End"/> behind them, or null and the place that fits no rule.</summary>
    public static IReadOnlyList<QueryToken>? Read(string text, out int misfit)
    {
        var lexer = new QueryLexer(text);
        while (lexer.Skip())
        {
            if (lexer._inRange ? lexer.NextInRange() : lexer.Next()) continue;
            misfit = lexer._at;
            return null;
        }

        misfit = -1;
        lexer._tokens.Add(new QueryToken(End, text.Length, 0));
        return lexer._tokens;
    }

    /// <summary>Past white space. In a range only the space ends an operand, so that one may begin with another white character.</summary>
    private bool Skip()
    {
        while (_at < text.Length && QuerySyntax.IsWhiteSpace(text[_at]) && !(_inRange && text[_at] != ' ' && RangeWordLength() > 1)) _at++;
        return _at < text.Length;
    }

    private bool Next() => text[_at] switch
    {
        '+' => Sign(Plus),
        '-' => Sign(Minus),
        '!' => Sign(Not),
        '(' => Take(OpenBracket, 1),
        ')' => Take(CloseBracket, 1),
        ':' => Take(Colon, 1),
        '^' => BoostOf(),
        '"' => PhraseOf(),
        '~' => Take(Tilde, 1 + RunLength(_at + 1)),
        '[' or '{' => _inRange = Take(RangeStart, 1),
        _ => WordOrPattern(),
    };

    private bool NextInRange()
    {
        if (text[_at] is ']' or '}')
        {
            _inRange = false;
            return Take(RangeEnd, 1);
        }

        var word = RangeWordLength();
        if (text[_at] == '"' && RangePhraseLength() is var phrase && phrase >= word) return Take(RangePhrase, phrase);
        return Take(text.AsSpan(_at, word) is "TO" ? RangeTo : RangeWord, word);
    }

    private bool Sign(QueryTokenKind kind) =>
        _at + 1 < text.Length && QuerySyntax.IsWhiteSpace(text[_at + 1]) ? Take(LoneSign, 2) : Take(kind, 1);

    private bool BoostOf()
    {
        var end = Digits(_at + 1);
        if (end == _at + 1) return false;
        if (end < text.Length && text[end] == '.' && Digits(end + 1) is var fraction && fraction > end + 1) end = fraction;
        return Take(Boost, end - _at);
    }

    private int Digits(int from)
    {
        while (from < text.Length && char.IsAsciiDigit(text[from])) from++;
        return from;
    }

    private bool PhraseOf()
    {
        for (var end = _at + 1; end < text.Length; end++)
        {
            if (text[end] == '"') return Take(Phrase, end + 1 - _at);
            if (text[end] == '\\') end++;
        }

        return false;
    }

    /// <summary>A word, an operator in letters, or a pattern: the longest run decides, its wildcards tell which.</summary>
    private bool WordOrPattern()
    {
        var first = RunLength(_at);
        var length = first;
        while (_at + length < text.Length && text[_at + length] is '*' or '?') length += 1 + RunLength(_at + length + 1);
        if (length == 0) return false;
        if (length == first) return Take(OperatorOf(text.AsSpan(_at, length)), length);
        if (length != first + 1 || text[_at + first] == '?') return Take(Wildcard, length);
        return Take(first == 0 ? Star : Prefix, length);
    }

    private static QueryTokenKind OperatorOf(ReadOnlySpan<char> word) => word switch
    {
        "AND" or "&&" => And,
        "OR" or "||" => Or,
        "NOT" => Not,
        _ => Word,
    };

    /// <summary>How many characters from here may stand inside a word, escapes counted whole.</summary>
    private int RunLength(int from)
    {
        var end = from;
        while (end < text.Length)
        {
            if (QuerySyntax.ContinuesWord(text[end])) end++;
            else if (text[end] == '\\' && end + 1 < text.Length) end += 2;
            else break;
        }

        return end - from;
    }

    private int RangeWordLength()
    {
        var end = text.AsSpan(_at).IndexOfAny(" ]}");
        return end < 0 ? text.Length - _at : end;
    }

    /// <summary>A quoted operand ends at its last possible quote: one behind a backslash may end it, or belong to it when another follows. 0 if there is none.</summary>
    private int RangePhraseLength()
    {
        var length = 0;
        if (_at + 1 < text.Length && text[_at + 1] == '"') return length;
        for (var end = _at + 2; end < text.Length; end++)
        {
            if (text[end] != '"') continue;
            length = end + 1 - _at;
            if (text[end - 1] != '\\') break;
        }

        return length;
    }

    private bool Take(QueryTokenKind kind, int length)
    {
        _tokens.Add(new QueryToken(kind, _at, length));
        _at += length;
        return true;
    }
}
