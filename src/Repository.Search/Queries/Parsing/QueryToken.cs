namespace Repository.Search.Queries.Parsing;

internal enum QueryTokenKind
{
    End,
    And,
    Or,
    Not,
    Plus,
    Minus,

    /// <summary>A sign followed by white space: a word that consists of that sign.</summary>
    LoneSign,
    OpenBracket,
    CloseBracket,
    Colon,
    Star,
    Word,
    Prefix,
    Wildcard,
    Phrase,

    /// <summary><c>^</c> and the number behind it.</summary>
    Boost,

    /// <summary><c>~</c> and whatever word characters follow, a number or not.</summary>
    Tilde,
    RangeStart,
    RangeEnd,
    RangeTo,
    RangeWord,
    RangePhrase,
}

/// <summary>A stretch of the query text. Signs, quotes and brackets belong to it.</summary>
internal readonly record struct QueryToken(QueryTokenKind Kind, int Start, int Length)
{
    public ReadOnlySpan<char> In(string text) => text.AsSpan(Start, Length);

    /// <summary>What the token says apart from its first and last characters.</summary>
    public string Inside(string text, int before, int behind) => text.Substring(Start + before, Length - before - behind);
}
