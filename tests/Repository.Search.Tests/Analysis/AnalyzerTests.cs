using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Repository.Search.Analysis;

namespace Repository.Search.Tests.Analysis;

public sealed class AnalyzerTests
{
    private static readonly Analyzer[] All = [SpanishAnalyzer.Instance, PlainAnalyzer.Instance, KeywordAnalyzer.Instance];

    // What people write, what breaks words, what vanishes, and what is broken.
    private static readonly Gen<string> AnyText = Gen.OneOf(
        Gen.Elements("Rendición", "de", "CUENTAS", "tu\u0331ꞌun", "guela'guetza", "las", "1,500.25", "co-creación", "año", "www.gob.mx", "ﬁn", "Straße"),
        Gen.Elements(" ", "'", "\u0301", ".", ":", "_", "-", "\0", "\uD83D", "\uDC4D", "👍", "漢", "ก", "⒇", "\uFEFF", "\n", "א\"ב"),
        Gen.Choose(0, char.MaxValue).Select(c => ((char)c).ToString())).ArrayOf().Select(string.Concat);

    // Latin letters with and without marks, but five that Lucene's table folds otherwise than it folds their letter without the mark.
    private static readonly Gen<string> Latin = Gen.OneOf(
        Gen.Choose('A', 'z'), Gen.Choose('À', 'ɏ'), Gen.Choose('Ḁ', 'ỹ'), Gen.Constant((int)' '))
        .Select(c => (char)c).Where(c => !"ǦǧǮǯẛ".Contains(c, StringComparison.Ordinal)).ArrayOf().Select(letters => new string(letters));

    [Fact]
    public void offsets_lie_inside_the_text_and_grow() =>
        Prop.ForAll(AnyText.ToArbitrary(), text => All.All(analyzer =>
        {
            var tokens = Tokens.Of(analyzer, text);

            return tokens.All(token => 0 <= token.Start && token.Start <= token.End && token.End <= text.Length && token.Increment > 0)
                && tokens.Zip(tokens.Skip(1)).All(pair => pair.First.End <= pair.Second.Start);
        })).QuickCheckThrowOnFailure();

    [Fact]
    public void a_stream_forgets_the_text_before() =>
        Prop.ForAll(AnyText.ToArbitrary(), AnyText.ToArbitrary(), (before, text) => All.All(analyzer =>
        {
            var stream = analyzer.CreateStream();
            Tokens.Of(stream, before);

            return Tokens.Of(stream, text).SequenceEqual(Tokens.Of(analyzer, text));
        })).QuickCheckThrowOnFailure();

    [Fact]
    public void composed_and_decomposed_spellings_give_the_same_terms() =>
        Prop.ForAll(Latin.ToArbitrary(), text => All.All(analyzer =>
        {
            var composed = Tokens.TermsOf(analyzer, text.Normalize(NormalizationForm.FormC));
            var decomposed = Tokens.TermsOf(analyzer, text.Normalize(NormalizationForm.FormD));

            return composed.SequenceEqual(decomposed);
        })).QuickCheckThrowOnFailure();

    [Fact]
    public void what_is_normal_stays_as_it_is() =>
        Prop.ForAll(AnyText.ToArbitrary(), text => All.All(analyzer =>
        {
            // Lucene's table folds some characters to capitals (ǧ, ᴀ) or to an apostrophe (‹), which only a second round would change.
            var normal = analyzer.Normalize(new string([.. text.Where(FoldsForGood)]));

            return analyzer.Normalize(normal) == normal;
        })).QuickCheckThrowOnFailure();

    [Fact]
    public void long_and_broken_texts_are_read_to_their_end()
    {
        string[] texts = [new('a', 1 << 20), new('_', 1 << 20), new('\'', 1 << 20), new('ß', 1 << 20), new('\0', 1 << 20), new('\uD800', 1 << 20), new('.', 1 << 20)];

        var tokens = texts.Select(text => All.Select(analyzer => Tokens.Of(analyzer, text).Length).ToArray()).ToArray();

        Assert.Equal([[4113, 4113, 1], [0, 0, 1], [0, 0, 1], [4113, 4113, 1], [0, 0, 1], [0, 0, 1], [0, 0, 1]], tokens);
    }

    [Fact]
    public void no_token_allocates()
    {
        var stream = SpanishAnalyzer.Instance.CreateStream();
        var text = string.Concat(Enumerable.Repeat("Rendición de cuentas en la tu\u0331ꞌun ﬃ voces ", 100));
        stream.Reset(text);
        while (stream.Next()) ;

        var before = GC.GetAllocatedBytesForCurrentThread();
        stream.Reset(text);
        while (stream.Next()) ;
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(0, allocated);
    }

    [Fact]
    public void words_removed_at_the_end_are_counted_after_the_last_token()
    {
        var stream = SpanishAnalyzer.Instance.CreateStream();
        stream.Reset("agua de la");

        Assert.True(stream.Next());
        Assert.False(stream.Next());
        Assert.Equal(2, stream.PositionIncrement);
    }

    [Theory]
    [InlineData("La Guelaꞌguetza, las AGUAS y la sentencia", "la guelaguetza las aguas y la sentencia")]
    [InlineData("Ñuu Savi", "nuu savi")]
    public void a_plain_text_keeps_its_small_words_and_endings(string text, string terms)
    {
        var ours = Tokens.TermsOf(PlainAnalyzer.Instance, text);

        Assert.Equal(terms.Split(' '), ours);
    }

    [Theory]
    [InlineData("Valles Centrales", "valles centrales", 0, 16)]
    [InlineData("'Mixe'", "mixe", 1, 6)]
    [InlineData("", "", 0, 0)]
    [InlineData("İstmo ﬁn", "istmo fin", 0, 8)]
    public void a_keyword_is_one_term(string text, string term, int start, int end)
    {
        var tokens = Tokens.Of(KeywordAnalyzer.Instance, text);

        Assert.Equal([new Token(term, start, end, 1)], tokens);
    }

    private static bool FoldsForGood(char c)
    {
        var once = KeywordAnalyzer.Instance.Normalize(c.ToString());
        return KeywordAnalyzer.Instance.Normalize(once) == once;
    }
}
