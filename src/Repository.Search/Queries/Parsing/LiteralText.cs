using Repository.Search.Analysis;

namespace Repository.Search.Queries.Parsing;

/// <summary>
/// A query that looks for the words of a text, whatever signs they have. A query holds only so many words: of endless texts the beginning remains.
/// </summary>
internal static class LiteralText
{
    public static string Of(string text)
    {
        // An escape doubles a character.
        if (text.Length > QueryParser.LongestText / 3) text = Start(text, QueryParser.LongestText / 3);
        var words = new List<string>();
        var left = ClauseList.MostClauses;
        foreach (var word in text.Split([' ', '\t', '\n', '\r', '\u3000'], StringSplitOptions.RemoveEmptyEntries))
        {
            // A term has at least one character.
            words.Add(QuerySyntax.Escape(word.Length > left && MostTerms(word) > left ? Start(word, left) : word));
            left -= MostTerms(word);
            if (left <= 0) break;
        }

        return string.Join(' ', words);
    }

    /// <summary>Between two terms of a word there is a character that is no letter and no digit, or is a word by itself, or the first term is as long as one can be.</summary>
    private static int MostTerms(string word) => 1 + (word.Length / StandardTokenizer.MaxLength) + word.Count(character => (WordBreak)WordBreaks.OfUnits[character] is not (WordBreak.ALetter or WordBreak.Numeric));

    private static string Start(string text, int length) => text[..(length > 1 && char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
}
