using Repository.Search.Analysis;

namespace Repository.Search.Tests.Analysis;

internal sealed record Token(string Term, int Start, int End, int Increment);

internal static class Tokens
{
    public static Token[] Of(Analyzer analyzer, string text) => Of(analyzer.CreateStream(), text);

    public static Token[] Of(TokenStream stream, string text)
    {
        var tokens = new List<Token>();
        stream.Reset(text);
        while (stream.Next())
            tokens.Add(new(stream.Term.ToString(), stream.StartOffset, stream.EndOffset, stream.PositionIncrement));
        return [.. tokens];
    }

    public static string[] TermsOf(Analyzer analyzer, string text) => [.. Of(analyzer, text).Select(token => token.Term)];
}
