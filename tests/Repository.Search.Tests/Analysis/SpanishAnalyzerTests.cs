using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Repository.Search.Analysis;

namespace Repository.Search.Tests.Analysis;

public sealed class SpanishAnalyzerTests
{
    public static TheoryData<string, string> GoldenTexts()
    {
        var texts = new TheoryData<string, string>();
        foreach (var line in File.ReadLines(GoldenFiles.Find("analysis.jsonl")))
        {
            using var json = JsonDocument.Parse(line);
            texts.Add(json.RootElement.GetProperty("text").GetString()!, line);
        }

        return texts;
    }

    [Theory]
    [MemberData(nameof(GoldenTexts))]
    public void a_text_becomes_what_lucene_makes_of_it(string text, string golden)
    {
        using var json = JsonDocument.Parse(golden);
        Analyzer analyzer = json.RootElement.GetProperty("field").GetString() == "body" ? SpanishAnalyzer.Instance : KeywordAnalyzer.Instance;

        var tokens = Tokens(analyzer, text);

        var expected = json.RootElement.GetProperty("tokens").EnumerateArray()
            .Select(token => new Token(token[0].GetString()!, token[1].GetInt32(), token[2].GetInt32(), token[3].GetInt32()));
        Assert.Equal(expected, tokens);
        Assert.Equal(json.RootElement.GetProperty("normalized").GetString(), analyzer.Normalize(text));
    }

    [Fact]
    public void offsets_lie_in_the_text_and_never_go_back() => Prop.ForAll(Texts(), text =>
    {
        var tokens = Tokens(SpanishAnalyzer.Instance, text);

        return tokens.All(token => token.Start >= 0 && token.Start < token.End && token.End <= text.Length && token.Increment > 0)
            && tokens.Zip(tokens.Skip(1)).All(pair => pair.First.End <= pair.Second.Start);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void a_normal_form_is_its_own_normal_form() =>
        Prop.ForAll(Texts(), text => SpanishAnalyzer.Instance.Normalize(text).ToLowerInvariant() is var form && SpanishAnalyzer.Instance.Normalize(form) == form).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("Comité de ción")]
    [InlineData("ñandú pingüino")]
    [InlineData("Zaachila; Mixtepec: ṉ ë ï")]
    public void composed_and_decomposed_spelling_are_the_same_terms(string text) =>
        Assert.Equal(Terms(text.Normalize(System.Text.NormalizationForm.FormC)), Terms(text.Normalize(System.Text.NormalizationForm.FormD)));

    [Fact]
    public void a_word_without_end_is_cut_into_pieces_of_255()
    {
        var tokens = Tokens(SpanishAnalyzer.Instance, new string('k', 1_000_000));

        Assert.Equal(3922, tokens.Count);
        Assert.All(tokens.SkipLast(1), token => Assert.Equal(255, token.Term.Length));
    }

    private static List<string> Terms(string text) => [.. Tokens(SpanishAnalyzer.Instance, text).Select(token => token.Term)];

    private static List<Token> Tokens(Analyzer analyzer, string text)
    {
        var stream = analyzer.CreateStream();
        stream.Reset(text);
        var tokens = new List<Token>();
        while (stream.Next()) tokens.Add(new Token(stream.Term.ToString(), stream.StartOffset, stream.EndOffset, stream.PositionIncrement));
        return tokens;
    }

    /// <summary>Texts of all kinds of characters, halves of pairs among them.</summary>
    private static Arbitrary<string> Texts() => Gen.Frequency(
            (6, Gen.Elements("aáñ'eosz _.:,;-1ª".ToCharArray())),
            (2, Gen.Choose(0, char.MaxValue).Select(value => (char)value)),
            (1, Gen.Elements('\uD835', '\uDCB3', '\u0301', '\u200D', '\0')))
        .ArrayOf().Select(characters => new string(characters)).ToArbitrary();

    private sealed record Token(string Term, int Start, int End, int Increment);
}
