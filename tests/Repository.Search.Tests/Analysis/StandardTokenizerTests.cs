using Repository.Search.Analysis;

namespace Repository.Search.Tests.Analysis;

public sealed class StandardTokenizerTests
{
    [Theory]
    [InlineData("s.a www.oaxaca.gob.mx a:b fin.inicio", "s.a www.oaxaca.gob.mx a:b fin.inicio")]
    [InlineData("6.1 1,500.25 1;5 10:30", "6.1 1,500.25 1;5 10 30")]
    [InlineData("art.6 2.a H2O ODS6", "art 6 2 a H2O ODS6")]
    [InlineData("a. .a a..b 1.,2", "a a a b 1 2")]
    [InlineData("gobierno_abierto _x_ __ _1", "gobierno_abierto _x_ _1")]
    [InlineData("co-creación 2018–2021 a/b", "co creación 2018 2021 a b")]
    [InlineData("Toluca\u02D0 a\uA789b 1º 3ª", "Toluca\u02D0 a b 1º 3ª")]
    [InlineData("漢字 ひら カタ カa 한국어", "漢 字 ひ ら カタ カ a 한국어")]
    [InlineData("ภาษาไทย abc", "ภาษาไทย abc")]
    [InlineData("צה\"ל \"צ\"", "צה\"ל צ")]
    [InlineData("a😀b 👍🏽👍 🇲🇽🇲🇽 #\u20E3 #", "a 😀 b 👍🏽 👍 🇲🇽 🇲🇽 #\u20E3")]
    [InlineData("𝒜𝒷c.𐐀", "𝒜𝒷c.𐐀")]
    public void words_end_where_unicode_and_lucene_end_them(string text, string words)
    {
        var found = Words(text);

        Assert.Equal(words.Split(' '), found);
    }

    [Theory]
    [InlineData("", 255)]
    [InlineData("_", 254)]
    public void a_long_word_is_cut_into_pieces(string first, int rest)
    {
        var found = Words(first + new string('a', 600));

        Assert.Equal([first.Length + rest, 255, 600 - rest - 255], found.Select(word => word.Length));
    }

    [Fact]
    public void a_cut_does_not_part_the_halves_of_a_character()
    {
        var found = Words(new string('a', 254) + "𐐀b");

        Assert.Equal([new string('a', 254), "𐐀b"], found);
    }

    [Fact]
    public void halves_without_their_other_half_are_not_words()
    {
        var found = Words("a\uD800b \uDC00 \uD83D");

        Assert.Equal(["a", "b"], found);
    }

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var end = 0;
        while (StandardTokenizer.TryFind(text, end, out var start, out end))
            words.Add(text[start..end]);
        return words;
    }
}
