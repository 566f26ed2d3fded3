using Repository.Search.Analysis;
using Repository.Search.Queries;

namespace Repository.Search.Tests.Highlighting;

/// <summary>Which tokens a query asks for, found by trying everything.</summary>
internal static class PlainMarks
{
    public static List<(int Start, int End)> Of(Query query, string field, Analyzer analyzer, string text)
    {
        var tokens = Tokens(analyzer, text);
        var marked = new SortedSet<int>();
        Mark(query, field, tokens, marked);
        return [.. marked.Select(token => (tokens[token].Start, tokens[token].End))];
    }

    private static void Mark(Query query, string field, List<Token> tokens, SortedSet<int> marked)
    {
        switch (query)
        {
            case BooleanQuery boolean:
                foreach (var clause in boolean.Clauses.Where(clause => clause.Occur != Occur.MustNot)) Mark(clause.Query, field, tokens, marked);
                break;
            case BoostQuery boost:
                Mark(boost.Inner, field, tokens, marked);
                break;
            case PhraseQuery phrase when phrase.Field == field:
                foreach (var places in Places(phrase, tokens, 0, []))
                {
                    var shifted = places.Select((token, slot) => tokens[token].Position - phrase.Offsets[slot]).ToList();
                    if (shifted.Max() - shifted.Min() <= phrase.Slop) marked.UnionWith(places);
                }

                break;
            default:
                marked.UnionWith(Enumerable.Range(0, tokens.Count).Where(token => Asks(query, field, tokens[token].Term)));
                break;
        }
    }

    private static bool Asks(Query query, string field, string term) => query switch
    {
        TermQuery asked => asked.Field == field && asked.Term == term,
        PrefixQuery asked => asked.Field == field && term.StartsWith(asked.Prefix, StringComparison.Ordinal),
        WildcardQuery asked => asked.Field == field && Fits(asked.Pattern, term),
        FuzzyQuery asked => asked.Field == field && Edits.Between(asked.Term, term) <= asked.MaxEdits,
        _ => false,
    };

    private static bool Fits(string pattern, string term) => pattern switch
    {
        "" => term.Length == 0,
        ['*', .. var rest] => Enumerable.Range(0, term.Length + 1).Any(at => Fits(rest, term[at..])),
        ['?', .. var rest] => term.Length > 0 && Fits(rest, term[(char.IsSurrogate(term[0]) ? 2 : 1)..]),
        _ => term.Length > 0 && term[0] == pattern[0] && Fits(pattern[1..], term[1..]),
    };

    private static IEnumerable<int[]> Places(PhraseQuery phrase, List<Token> tokens, int slot, int[] before) => slot == phrase.Terms.Length
        ? [before]
        : Enumerable.Range(0, tokens.Count).Where(token => tokens[token].Term == phrase.Terms[slot]).SelectMany(token => Places(phrase, tokens, slot + 1, [.. before, token]));

    private static List<Token> Tokens(Analyzer analyzer, string text)
    {
        var tokens = new List<Token>();
        var stream = analyzer.CreateStream();
        stream.Reset(text);
        for (var position = -1; stream.Next();)
        {
            position += stream.PositionIncrement;
            tokens.Add(new Token(stream.Term.ToString(), position, stream.StartOffset, stream.EndOffset));
        }

        return tokens;
    }

    private sealed record Token(string Term, int Position, int Start, int End);
}
