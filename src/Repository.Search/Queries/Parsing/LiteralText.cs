namespace Repository.Search.Queries.Parsing;

/// <summary>
/// A query that looks for the words of a text, whatever signs they have. A boolean query holds only so many clauses: of endless texts the first words remain, of endless
/// words the beginning, neither able to become more clauses than that (a term has at least one character).
/// </summary>
internal static class LiteralText
{
    public static string Of(string text)
    {
        var words = text.Split([' ', '\t', '\n', '\r', '\u3000'], ClauseList.MostClauses + 1, StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words.Take(ClauseList.MostClauses).Select(word => QuerySyntax.Escape(Shortened(word))));
    }

    private static string Shortened(string word)
    {
        if (word.Length <= ClauseList.MostClauses) return word;
        return word[..(char.IsHighSurrogate(word[ClauseList.MostClauses - 1]) ? ClauseList.MostClauses - 1 : ClauseList.MostClauses)];
    }
}
