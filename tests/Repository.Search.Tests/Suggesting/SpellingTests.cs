using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Repository.Search.Analysis;
using Repository.Search.Indexing;
using Repository.Search.Suggesting;

namespace Repository.Search.Tests.Suggesting;

public sealed class SpellingTests
{
    private static readonly IndexSchema Schema = new(
        SpanishAnalyzer.Instance,
        new FieldDefinition("words", FieldKind.Text, PlainAnalyzer.Instance),
        new FieldDefinition("body", FieldKind.Text, SpanishAnalyzer.Instance));

    private static readonly Spelling Spelling = new(Schema, "words", "body");

    [Theory]
    [InlineData("tequo", "tequio")]
    [InlineData("teqiuo", "tequio")]
    [InlineData("Asanblea del TEQIUO", "Asamblea del TEQUIO")]
    [InlineData("+asanblea -teqiuo AND \"tequio comunitraio\"", "+asamblea -teqiuo AND \"tequio comunitario\"")]
    [InlineData("comité asanblea", "comité asamblea")]
    [InlineData("kind:asanblea body:(asanblea tequiho) tequiho", "kind:asanblea body:(asanblea tequiho) tequio")]
    [InlineData("asanblea~1 tequ* tequiho^2", "asanblea~1 tequ* tequio^2")]
    [InlineData("asanblea) \"tequiho", "asamblea) \"tequio")]
    [InlineData("tequio asambleas")]
    [InlineData("la de asamblea")]
    [InlineData("2019 bosques xx qwertyuiop")]
    [InlineData("tequi\\o")]
    [InlineData("")]
    public void it_corrects_words_that_nothing_is_found_for_and_keeps_the_rest(string typed, string? expected = null)
    {
        var index = Index("Tequio comunitario", "Asamblea del comité", "guela'guetza 2018");
        index.Apply([new IndexDocument("body").Add("body", "El bosque y las asambleas")], []);

        Assert.Equal(expected, Spelling.Correct(index.Searcher, typed, NoTexts));
    }

    [Theory]
    [InlineData("practcia", "práctica")]
    [InlineData("Practcia del guelagetza", "Práctica del guela'guetza")]
    [InlineData("MAIX", "MAÍZ")]
    public void it_writes_words_as_the_texts_have_them(string typed, string expected)
    {
        string[] titles = ["Guela'guetza", "Una práctica del maíz"];

        Assert.Equal(expected, Spelling.Correct(Index(titles).Searcher, typed, key => [titles[int.Parse(key, CultureInfo.InvariantCulture)]]));
    }

    [Fact]
    public void the_nearer_word_wins_and_of_equally_near_ones_the_more_frequent()
    {
        var searcher = Index("canada", "cascada", "cascada", "pescada", "mescada mescada", "mescada").Searcher;

        Assert.Equal("canada", Spelling.Correct(searcher, "camada", NoTexts));
        Assert.Equal("mescada", Spelling.Correct(searcher, "rescada", NoTexts));
    }

    [Fact]
    public void what_only_deleted_documents_had_is_never_proposed()
    {
        var index = Index("borrador secreto", "agua", "bosque", "milpa");

        index.Apply([], ["0"]);

        Assert.Null(Spelling.Correct(index.Searcher, "secretto", NoTexts));
        Assert.Null(Spelling.Correct(index.Searcher, "secreto", NoTexts));
        Assert.Equal("milpa", Spelling.Correct(index.Searcher, "mipla", NoTexts));
    }

    [Fact]
    public void it_proposes_what_looking_at_every_word_proposes() => Prop.ForAll(Titles().ToArbitrary(), Gen.Choose(0, 200).ArrayOf().ToArbitrary(), Word().ToArbitrary(), (titles, gone, typed) =>
    {
        var index = new SearchIndex(Schema);
        foreach (var chunk in titles.Select((title, i) => new IndexDocument($"{i}").Add("words", title)).Chunk(20)) index.Apply(chunk, []);
        index.Apply([], gone.Select(i => $"{i}"));
        var live = titles.Where((_, i) => !gone.Contains(i)).SelectMany(title => title.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct()).CountBy(word => word)
            .ToDictionary(word => word.Key, word => word.Value);
        var most = typed.Length < 3 ? 0 : typed.Length < 6 ? 1 : 2;

        var expected = live.ContainsKey(typed)
            ? null
            : live.Select(word => (Word: word.Key, Distance: Edits.Between(typed, word.Key), Documents: word.Value)).Where(word => word.Distance <= most)
                .OrderBy(word => word.Distance).ThenByDescending(word => word.Documents).ThenBy(word => word.Word, StringComparer.Ordinal).Select(word => word.Word).FirstOrDefault();

        return Spelling.Correct(index.Searcher, typed, NoTexts) == expected;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void whatever_is_typed_it_does_not_fail()
    {
        var searcher = Index("Tequio comunitario", "Asamblea").Searcher;

        Prop.ForAll(Gen.Elements("asanblea", "\"", "+", "-", "(", ")", ":", "\\", "~", "^2", "[", "TO", "*", " ", "NOT", "tequiho", "𝒳").ArrayOf().Select(string.Concat).ToArbitrary(), typed =>
            Spelling.Correct(searcher, typed, NoTexts) is null or { Length: > 0 }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    private static IEnumerable<string> NoTexts(string key) => [];

    private static SearchIndex Index(params string[] titles)
    {
        var index = new SearchIndex(Schema);
        index.Apply(titles.Select((title, i) => new IndexDocument($"{i}").Add("words", title)), []);
        return index;
    }

    private static Gen<string[]> Titles() => Word().ArrayOf().Resize(4).Select(words => string.Join(' ', words)).ArrayOf().Resize(60);

    private static Gen<string> Word() => Gen.Elements('a', 'b', 'c').ArrayOf().Resize(7).Select(letters => new string(letters)).Where(word => word.Length > 0);
}
