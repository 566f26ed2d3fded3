using System.Net;
using Repository.Specs.Delivery;
using Repository.Specs.Seeded;

namespace Repository.Specs.Site;

/// <summary>The search page: whatever a person types is searched.</summary>
public sealed class SiteSearchSpecs(SeededSite seeded)
{
    private TestSite Site => seeded.Site;

    [Fact]
    public async Task what_is_typed_is_found_marked_and_stays_in_the_box()
    {
        var page = await Site.PageAsync("/buscar/?q=tequio");

        Assert.Contains("value=\"tequio\"", page, StringComparison.Ordinal);
        Assert.Contains("<mark>", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/practicas/tequio/\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task what_is_chosen_shows_as_a_chip_that_takes_it_away()
    {
        var page = await Site.PageAsync("/buscar/?q=agua&region=centralValleys&type=practice");

        Assert.Contains("href=\"/buscar/?q=agua&amp;type=practice\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/buscar/?q=agua&amp;region=centralValleys\"", page, StringComparison.Ordinal);
        Assert.Contains("name=\"region\" value=\"centralValleys\" checked", page, StringComparison.Ordinal);
        Assert.Contains("Valles Centrales", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_word_that_nobody_wrote_is_corrected()
    {
        var page = await Site.PageAsync("/buscar/?q=asanblea");

        Assert.Contains("<a href=\"/buscar/?q=asamblea\">asamblea</a>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_word_to_narrow_by_is_no_result_itself()
    {
        var page = await Site.PageAsync("/buscar/?q=agua");

        Assert.Contains("href=\"/practicas/", page, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/vocabularios/temas/", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_short_word_is_not_taken_for_an_acronym_that_looks_like_it()
    {
        var page = await Site.PageAsync("/buscar/?q=agua&type=glossaryTerm");

        Assert.DoesNotContain("Alianza para el Gobierno Abierto", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task what_is_found_by_a_name_that_is_only_like_it_says_so()
    {
        var alike = await Site.PageAsync("/buscar/?q=teqio");
        var same = await Site.PageAsync("/buscar/?q=tequio");

        Assert.Contains("El nombre se parece a «teqio»", alike, StringComparison.Ordinal);
        Assert.DoesNotContain("El nombre se parece", same, StringComparison.Ordinal);
    }

    [Fact]
    public async Task what_is_left_out_stays_left_out_when_more_is_ticked()
    {
        var page = await Site.PageAsync("/practicas/?theme=!waterAndSanitation");

        Assert.Contains("<input type=\"hidden\" name=\"theme\" value=\"!waterAndSanitation\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_term_that_is_named_by_its_key_is_ticked_and_called_by_its_name()
    {
        var term = (await seeded.Api.GetAsync("/content/item/vocabularios/temas/agua-y-saneamiento/")).Json.GetProperty("id").GetGuid();

        var page = await Site.PageAsync($"/practicas/?theme={term}");

        Assert.Contains("name=\"theme\" value=\"waterAndSanitation\" checked", page, StringComparison.Ordinal);
        Assert.DoesNotContain($">{term}<", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task beyond_the_last_page_stands_the_last()
    {
        var page = await Site.PageAsync("/municipios/?sort=title&skip=9980");

        Assert.Contains("start=\"561\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("rel=\"next\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task nothing_found_is_said_and_helped()
    {
        var page = await Site.PageAsync("/buscar/?q=xqzwv");

        Assert.Contains("class=\"empty\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/participa/", false)]
    [InlineData("/participa/?q=encuesta", true)]
    [InlineData("/planes/", true)]
    [InlineData("/practicas/", true)]
    [InlineData("/glosario/", true)]
    public async Task where_all_is_in_sight_nobody_is_asked_to_search_or_sort(string address, bool isSearched)
    {
        var page = await Site.PageAsync(address);

        Assert.Equal(isSearched, page.Contains("type=\"search\"", StringComparison.Ordinal));
        Assert.True(isSearched || !page.Contains("sort=title", StringComparison.Ordinal));
    }

    [Fact]
    public async Task a_long_list_has_pages()
    {
        var first = await Site.PageAsync("/municipios/?sort=title");

        Assert.Contains("href=\"/municipios/?sort=title&amp;skip=20\"", first, StringComparison.Ordinal);
        Assert.Contains("start=\"41\"", await Site.PageAsync("/municipios/?sort=title&skip=40"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("q=%00")]
    [InlineData("q=((((")]
    [InlineData("q=AND%20OR%20NOT")]
    [InlineData("q=\"")]
    [InlineData("q=<script>alert(1)</script>")]
    [InlineData("q=\"><img%20src=x%20onerror=alert(1)>")]
    [InlineData("q=%ED%A0%80")]
    [InlineData("q=%F0%9F%8C%BD")]
    [InlineData("q=a&q=b")]
    [InlineData("q=region:x^^2%20~%20*?")]
    [InlineData("sort=nada")]
    [InlineData("sort=relevance")]
    [InlineData("sort=distance")]
    [InlineData("skip=-1")]
    [InlineData("skip=99999999999")]
    [InlineData("skip=10000&q=a")]
    [InlineData("region=nada")]
    [InlineData("region=!!x")]
    [InlineData("year=a..b")]
    [InlineData("year=2000..1990")]
    [InlineData("near=a,b&within=x")]
    [InlineData("near=17.06,-96.72&within=40&sort=distance")]
    [InlineData("bbox=1")]
    [InlineData("lang=xx")]
    [InlineData("unknown=1&utm_source=x")]
    [InlineData("type=practice,commitment&type=nada")]
    public async Task whatever_is_asked_is_answered_with_a_page(string query)
    {
        foreach (var path in (string[])["/buscar/", "/practicas/", "/en/buscar/"])
        {
            var reply = await Site.VisitAsync($"{path}?{query}");

            Assert.Equal(HttpStatusCode.OK, reply.Status);
            Assert.DoesNotContain("<script>alert", reply.Text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<img src=x", reply.Text, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task what_is_too_long_is_cut_and_the_page_says_so()
    {
        var words = await Site.VisitAsync($"/buscar/?q={string.Join("+", Enumerable.Range(0, 300).Select(number => $"agua{number}"))}");
        var letters = await Site.VisitAsync($"/buscar/?q={new string('a', 6_000)}");

        Assert.Equal(HttpStatusCode.OK, words.Status);
        Assert.Contains("buscamos solo el principio", words.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, letters.Status);
        Assert.Contains("buscamos solo el principio", letters.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/%00")]
    [InlineData("/..%2f..%2fetc%2fpasswd")]
    [InlineData("/%c0%ae%c0%ae/")]
    [InlineData("/%ED%A0%80/")]
    [InlineData("/%EF%BF%BE/")]
    [InlineData("/%zz")]
    [InlineData("/<script>alert(1)</script>/")]
    [InlineData("//example.org/")]
    [InlineData("//example.org/practicas")]
    [InlineData("/\\example.org/")]
    [InlineData("/a/b/c/d/e/f/g/h/i/j/k/l/m/n/o/p/q/r/s/t/u/v/w/x/y/z/aa/bb/cc/dd/ee/ff")]
    public async Task a_hostile_address_is_a_wrong_one(string path)
    {
        var answer = await Site.GetRawAsync(path);

        Assert.True(answer is null or { Status: 404 or 400 }, $"{path} answered {answer?.Status}.");
        Assert.DoesNotContain("<script>alert", answer?.Text ?? "", StringComparison.OrdinalIgnoreCase);
    }
}
