using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Repository.Search.Analysis;
using Repository.Search.Suggesting;

namespace Repository.Search.Tests.Suggesting;

public sealed class SuggesterTests
{
    private static readonly string[] Words =
        ["Tequio", "téquio", "TE", "tierra", "de", "la", "agua", "aguas", "Álamo", "alamos", "ñandú", "Nandayapa", "za'", "za\uA78Cachila", "co-creación", "𝒳", "2018", "¿", "…"];

    [Theory]
    [InlineData("t", "Tequio: trabajo colectivo", "Tierra y agua")]
    [InlineData("TEQ", "Tequio: trabajo colectivo")]
    [InlineData("colectivo te", "Tequio: trabajo colectivo")]
    [InlineData("te colectivo")]
    [InlineData("san andres z", "San Andrés Zabache")]
    [InlineData("guelaguetza", "Guela\uA78Cguetza")]
    [InlineData("guela’g", "Guela\uA78Cguetza")]
    [InlineData("AGU ", "Tierra y agua")]
    [InlineData("¿?")]
    [InlineData("")]
    public void it_completes_what_is_typed(string typed, params string[] expected)
    {
        var suggester = new Suggester([Named("Tierra y agua"), Named("San Andrés Zabache"), Named("Guela\uA78Cguetza"), Named("Tequio: trabajo colectivo")]);

        var texts = suggester.Complete(typed, 8).Select(suggestion => suggestion.Text);

        Assert.Equal(expected, texts);
    }

    [Fact]
    public void the_heavier_comes_first_and_then_the_alphabet_without_its_accents()
    {
        var suggester = new Suggester([Named("agua"), Named("Árbol"), Named("asamblea", 2), Named("Ábaco")]);

        Assert.Equal(["asamblea", "Ábaco", "agua", "Árbol"], suggester.Complete("a", 8).Select(suggestion => suggestion.Text));
    }

    [Fact]
    public void only_what_is_of_the_kinds_asked_for_is_offered()
    {
        var suggester = new Suggester([new Suggestion("Tequio", "term", 1, "1"), new Suggestion("Tequio en Yalálag", "practice", 2, "2")]);

        Assert.Equal("1", Assert.Single(suggester.Complete("teq", 1, "term")).Key);
    }

    [Fact]
    public void it_offers_exactly_what_looking_at_every_text_finds() => Prop.ForAll(Suggestions().ToArbitrary(), Typed().ArrayOf(10).ToArbitrary(), (suggestions, queries) =>
    {
        var suggester = new Suggester(suggestions);
        var inOrder = InOrder(suggestions);

        return queries.All(typed => suggester.Complete(typed, 5).SequenceEqual(Plainly(inOrder, typed).Take(5))
            && suggester.Complete(typed, int.MaxValue, "b").SequenceEqual(Plainly(inOrder, typed).Where(suggestion => suggestion.Kind == "b")));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    private static List<(Suggestion Suggestion, List<string> Terms)> InOrder(IReadOnlyList<Suggestion> suggestions) =>
    [
        .. suggestions.Select(suggestion => (Suggestion: suggestion, Terms: Terms(suggestion.Text)))
            .OrderByDescending(one => one.Suggestion.Weight)
            .ThenBy(one => Encoding.UTF8.GetBytes(string.Join('\0', one.Terms)), Comparer<byte[]>.Create((one, other) => one.AsSpan().SequenceCompareTo(other)))
            .ThenBy(one => one.Suggestion.Text, StringComparer.Ordinal),
    ];

    private static IEnumerable<Suggestion> Plainly(List<(Suggestion Suggestion, List<string> Terms)> inOrder, string typed)
    {
        var words = Terms(typed);
        return inOrder.Where(one => words.Count > 0 && words.SkipLast(1).All(one.Terms.Contains) && one.Terms.Exists(word => word.StartsWith(words[^1], StringComparison.Ordinal)))
            .Select(one => one.Suggestion);
    }

    private static List<string> Terms(string text)
    {
        var terms = new List<string>();
        var stream = PlainAnalyzer.Instance.CreateStream();
        stream.Reset(text);
        while (stream.Next()) terms.Add(stream.Term.ToString());
        return terms;
    }

    private static Suggestion Named(string text, float weight = 1) => new(text, "name", weight, text);

    private static Gen<Suggestion[]> Suggestions() => Gen.Frequency(
        (20, Suggestion().ArrayOf()),
        (1, Suggestion().ArrayOf(2500)));

    private static Gen<Suggestion> Suggestion() =>
        from words in Gen.Elements(Words).ArrayOf().Resize(8)
        from weight in Gen.Choose(-1, 3)
        from kind in Gen.Elements("a", "b")
        select new Suggestion(string.Join(' ', words), kind, weight, string.Empty);

    private static Gen<string> Typed() =>
        from words in Gen.Elements([.. Words, "t", "a", "ag", "tie", "n", "c", "2", "x"]).ArrayOf().Resize(3)
        from end in Gen.Elements("", " ", ", ")
        select string.Join(' ', words) + end;
}
