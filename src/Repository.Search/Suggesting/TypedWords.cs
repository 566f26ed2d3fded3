using Repository.Search.Analysis;
using Repository.Search.Queries.Parsing;

namespace Repository.Search.Suggesting;

/// <summary>
/// Where the words stand in what a person typed that are looked for as they are: neither operators nor fields nor what stands in them, neither patterns nor what is
/// forbidden. In a text that is no good syntax every word is one.
/// </summary>
internal static class TypedWords
{
    public static IEnumerable<(int Start, int End)> In(string typed, Analyzer analyzer)
    {
        var stretches = QueryLexer.Read(typed, out _) is { } tokens ? Stretches(typed, tokens) : [(0, typed.Length)];
        var stream = analyzer.CreateStream();
        foreach (var (start, length) in stretches)
        {
            stream.Reset(typed.Substring(start, length));
            while (stream.Next()) yield return (start + stream.StartOffset, start + stream.EndOffset);
        }
    }

    /// <summary>Words and phrases without a field, a sign or a tilde. What has escapes in it is left alone: its characters are not those that are meant.</summary>
    private static IEnumerable<(int Start, int Length)> Stretches(string typed, IReadOnlyList<QueryToken> tokens)
    {
        var leftAlone = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            var excepted = i > 0 && tokens[i - 1].Kind is QueryTokenKind.Colon or QueryTokenKind.Minus or QueryTokenKind.Not;
            switch (tokens[i].Kind)
            {
                case QueryTokenKind.OpenBracket when excepted || leftAlone > 0:
                    leftAlone++;
                    break;
                case QueryTokenKind.CloseBracket when leftAlone > 0:
                    leftAlone--;
                    break;
                case QueryTokenKind.Word or QueryTokenKind.Phrase when !excepted && leftAlone == 0 && IsPlain(typed, tokens, i):
                    yield return (tokens[i].Start, tokens[i].Length);
                    break;
            }
        }
    }

    private static bool IsPlain(string typed, IReadOnlyList<QueryToken> tokens, int i)
    {
        // A boost may stand before the tilde.
        var behind = tokens[i + 1].Kind == QueryTokenKind.Boost ? tokens[i + 2].Kind : tokens[i + 1].Kind;
        var isName = behind == QueryTokenKind.Colon;
        var isFuzzy = behind == QueryTokenKind.Tilde && tokens[i].Kind == QueryTokenKind.Word;
        return !isName && !isFuzzy && !tokens[i].In(typed).Contains('\\');
    }
}
