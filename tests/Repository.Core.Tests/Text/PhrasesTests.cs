using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Repository.Core.Text;

namespace Repository.Core.Tests.Text;

public sealed class PhrasesTests
{
    private static readonly string[] Glossary = ["Gobierno abierto", "Datos abiertos", "Transparencia", "Transparencia proactiva", "Año", "Rendición de cuentas", "ODS", "Contraloría, comunitaria", "Siembra de agua"];
    private static readonly Phrases<string> Phrases = new(Glossary.Select(phrase => (phrase, phrase)));

    [Theory]
    [InlineData("El gobierno abierto", "gobierno abierto")]
    [InlineData("GOBIERNO  ABIERTO", "GOBIERNO  ABIERTO")]
    [InlineData("rendicion de cuentas y RENDICIÓN DE CUENTAS", "rendicion de cuentas", "RENDICIÓN DE CUENTAS")]
    [InlineData("Rendicio\u0301n de cuentas", "Rendicio\u0301n de cuentas")]
    [InlineData("an\u0303o, ano, año", "an\u0303o", "año")]
    [InlineData("La transparencia proactiva no es toda la transparencia.", "transparencia proactiva", "transparencia")]
    [InlineData("(datos abiertos)", "datos abiertos")]
    [InlineData("Los ODS; las ods", "ODS")]
    [InlineData("contraloría, comunitaria", "contraloría, comunitaria")]
    [InlineData("contraloría comunitaria")]
    [InlineData("datos, abiertos; datos. Abiertos")]
    [InlineData("transparencias, intransparencia, transparencia2")]
    [InlineData("transparencia@example.org www.transparencia.example transparencia-proactiva /transparencia/")]
    [InlineData("transparencia.", "transparencia")]
    [InlineData("")]
    [InlineData("siembra de")]
    public void whole_words_are_found_whatever_their_case_and_accents_the_longest_first(string text, params string[] expected) =>
        Assert.Equal(expected, Phrases.In(text).Select(found => text[found.Start..found.End]));

    [Theory]
    [InlineData("gobierno&nbsp;abierto &amp; transparencia", "gobierno&nbsp;abierto", "transparencia")]
    [InlineData("&laquo;transparencia&raquo; A&Ntilde;O", "transparencia", "A&Ntilde;O")]
    [InlineData("transparencia&oacute;n &desconocida;transparencia rendici&oacute;n de cuentas", "rendici&oacute;n de cuentas")]
    [InlineData("& transparencia &", "transparencia")]
    public void in_markup_a_character_reference_is_what_it_stands_for(string markup, params string[] expected) =>
        Assert.Equal(expected, Phrases.In(markup, isMarkup: true).Select(found => markup[found.Start..found.End]));

    [Fact]
    public void of_two_equal_phrases_the_first_counts()
    {
        var phrases = new Phrases<string>([("Tequio", "first"), ("tequio", "second"), ("", "nothing"), ("...", "nothing")]);

        Assert.Equal("first", Assert.Single(phrases.In("un tequio ...")).Value);
    }

    [Fact]
    public void a_very_long_word_is_none_that_begins_like_it()
    {
        var phrases = new Phrases<string>([(new string('a', 64), "a"), (new string('b', 70), "b")]);

        Assert.Empty(phrases.In(new string('a', 65)));
        Assert.Single(phrases.In(new string('a', 64)));
    }

    [Fact]
    public void any_text_is_read_to_its_end_and_what_is_found_lies_apart_in_it() => Prop.ForAll(
        ArbMap.Default.ArbFor<string>().Generator.Select(text => text ?? "").ToArbitrary(),
        ArbMap.Default.ArbFor<bool>(),
        (text, isMarkup) =>
        {
            var at = 0;
            foreach (var found in Phrases.In(text, isMarkup))
            {
                Assert.InRange(found.Start, at, text.Length);
                Assert.InRange(found.End, found.Start + 1, text.Length);
                at = found.End;
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void it_finds_what_a_search_of_every_place_finds() => Prop.ForAll(Texts.ToArbitrary(), text =>
    {
        var expected = new List<string>();
        for (var at = 0; at < text.Length; at++)
        {
            if (at > 0 && char.IsLetter(text[at - 1])) continue;
            if (Glossary.Where(phrase => StandsAt(text, at, phrase)).MaxBy(phrase => phrase.Length) is not { } longest) continue;
            expected.Add(longest);
            at += longest.Length - 1;
        }

        Assert.Equal(expected, Phrases.In(text).Select(found => found.Value));
    }).QuickCheckThrowOnFailure();

    /// <summary>Sentences of words that phrases are made of, and of others.</summary>
    private static Gen<string> Texts => Gen.Elements("gobierno", "Abierto", "DATOS", "abiertos", "transparencia", "proactiva", "proactivas", "año", "rendicion", "Rendición", "de", "cuentas", "siembra", "agua", "ODS")
        .ListOf()
        .SelectMany(words => Gen.Elements(" ", ", ").ListOf(words.Count).Select(gaps => string.Concat(words.Zip(gaps, (word, gap) => word + gap))));

    private static bool StandsAt(string text, int at, string phrase) =>
        at + phrase.Length <= text.Length
        && string.Equals(Plain(text.Substring(at, phrase.Length)), Plain(phrase), StringComparison.Ordinal)
        && (phrase != "ODS" || text.AsSpan(at).StartsWith(phrase))
        && (at + phrase.Length == text.Length || !char.IsLetter(text[at + phrase.Length]));

    private static string Plain(string text) => text.ToLowerInvariant().Replace('ó', 'o').Replace('í', 'i').Normalize(NormalizationForm.FormC);
}
