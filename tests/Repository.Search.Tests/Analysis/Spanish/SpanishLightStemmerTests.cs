using Repository.Search.Analysis.Spanish;

namespace Repository.Search.Tests.Analysis.Spanish;

public sealed class SpanishLightStemmerTests
{
    [Theory]
    [InlineData("anos", "anos")]
    [InlineData("asamblea", "asamble")]
    [InlineData("asambleas", "asamble")]
    [InlineData("comunidades", "comunidad")]
    [InlineData("intereses", "interes")]
    [InlineData("ingleses", "ingles")]
    [InlineData("ingles", "ingl")]
    [InlineData("voces", "voz")]
    [InlineData("peces", "pez")]
    [InlineData("a.b.casa", "a.b.cas")]
    [InlineData("bisturi", "bisturi")]
    [InlineData("tesis", "tesis")]
    public void endings_of_number_and_gender_go_once(string term, string stem)
    {
        var letters = term.ToCharArray();

        var length = new SpanishLightStemmer().Apply(letters);

        Assert.Equal(stem, new string(letters, 0, length));
    }
}
