using Repository.Core.Schema;
using Repository.Specs.Delivery;
using Repository.Specs.Seeded;

namespace Repository.Specs.Site;

/// <summary>Words of the glossary lead to their meaning where a page mentions them first.</summary>
public sealed class GlossaryLinkSpecs(SeededSite seeded)
{
    private const string Link = "<a class=\"term\" href=\"/paginas/transparencia/\">";

    [Fact]
    public async Task the_first_mention_on_a_page_leads_to_the_meaning_and_no_other_does()
    {
        var page = await PageAsync("<p>Hay <strong>transparencia</strong>. Sin Transparencia no hay nada.</p>", "De la TRANSPARENCIA &amp; más.");

        Assert.Contains($"De la {Link}TRANSPARENCIA</a> &amp;amp; más.", page, StringComparison.Ordinal);
        Assert.Contains("Hay <strong>transparencia</strong>. Sin Transparencia", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task in_rich_text_the_link_stands_among_the_markup_as_it_was()
    {
        var page = await PageAsync("<p>Hay <strong>transparencia</strong>, y &laquo;cuentas&raquo;&nbsp;claras &lt;br&gt;.</p>");

        Assert.Contains($"<p>Hay <strong>{Link}transparencia</a></strong>, y ", page, StringComparison.Ordinal);
        Assert.DoesNotContain("claras <br>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<h2>Transparencia</h2>")]
    [InlineData("<p><a href=\"https://example.org/\">transparencia</a></p>")]
    [InlineData("<p><code>transparencia</code></p>")]
    [InlineData("<blockquote><p>transparencia</p></blockquote>")]
    [InlineData("<p lang=\"zap\">transparencia</p>")]
    [InlineData("<p>transparencias y transparencia@example.org</p>")]
    public async Task in_titles_links_code_quotes_and_other_languages_nothing_leads_away(string body)
    {
        var page = await PageAsync(body);

        Assert.DoesNotContain("class=\"term\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_word_never_leads_to_its_own_page_nor_to_one_that_is_not_public()
    {
        await using var village = await StartAsync("<p>Transparencia y opacidad.</p>");

        var own = await village.Site.PageAsync("/paginas/transparencia/");
        await village.Site.UnpublishAsync("palabra");
        var after = await village.Site.PageAsync("/paginas/texto/");

        Assert.DoesNotContain("class=\"term\"", own, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"term\"", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_practice_leads_to_the_words_it_uses()
    {
        var page = await seeded.Site.PageAsync("/practicas/asamblea-general-comunitaria/");

        Assert.Contains("<a class=\"term\" href=\"/glosario/", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task what_is_written_in_another_language_has_other_words()
    {
        var page = await seeded.Site.PageAsync("/en/about/what-this-repository-is/");

        Assert.DoesNotContain("href=\"/glosario/", page, StringComparison.Ordinal);
    }

    private static async Task<string> PageAsync(string body, string summary = "")
    {
        await using var village = await StartAsync(body, summary);
        return await village.Site.PageAsync("/paginas/texto/");
    }

    private static async Task<VillageSite> StartAsync(string body, string summary = "")
    {
        var village = await VillageSite.StartAsync();
        var schema = village.Site.Service<ContentSchema>();
        await village.ImportAsync(
            new AnItem("palabra", "glossaryTerm", "paginas").Named("Transparencia", Village.Spanish).With("plainDefinition", "Lo contrario de opacidad; sin transparencia no se sabe.", Village.Spanish),
            new AnItem("texto", "page", "paginas").Named("Texto", Village.Spanish).With("summary", summary, Village.Spanish).With("body", Stored.RichText(schema, body), Village.Spanish));
        return village;
    }
}
