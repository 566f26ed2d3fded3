using Repository.Specs.Delivery;
using Repository.Specs.Seeded;

namespace Repository.Specs.Site;

/// <summary>A municipality is chosen once and goes along in the address; lists then say how far things are.</summary>
public sealed class MyMunicipalitySpecs(SeededSite seeded, VillageSite village)
{
    private const string Santiago = "20452";

    private TestSite Site => seeded.Site;

    [Fact]
    public async Task a_list_says_how_far_each_practice_is_and_what_is_at_home()
    {
        var page = await Site.PageAsync($"/practicas/?municipio={Santiago}&sort=distance");

        Assert.Contains("Tu municipio: <a href=\"/municipios/santiago-apostol/?municipio=20452\">Santiago Apóstol</a>", page, StringComparison.Ordinal);
        Assert.Contains("<li>En tu municipio</li>", page, StringComparison.Ordinal);
        Assert.Contains("<li>A unos 30 km</li>", page, StringComparison.Ordinal);
        Assert.Contains("aria-current=\"true\">Lo más cercano</a>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task the_nearest_stand_first()
    {
        var page = await Site.PageAsync($"/practicas/?municipio={Santiago}&sort=distance");

        var hits = page[page.IndexOf("class=\"hits\"", StringComparison.Ordinal)..];
        Assert.True(hits.IndexOf("copuda", StringComparison.Ordinal) < hits.IndexOf("A unos", StringComparison.Ordinal));
    }

    [Fact]
    public async Task the_choice_goes_along_with_every_link_of_a_list()
    {
        var page = await Site.PageAsync($"/buscar/?q=agua&municipio={Santiago}");

        var main = page[page.IndexOf("<main", StringComparison.Ordinal)..page.IndexOf("</main>", StringComparison.Ordinal)];
        var without = Visitor.LinksOf(main).Where(link => !link.Contains($"municipio={Santiago}", StringComparison.Ordinal)).ToList();
        Assert.Equal(["/buscar/?q=agua", "/mi-municipio/?volver=%2Fbuscar%2F%3Fq%3Dagua"], without.Where(link => !link.StartsWith("/recursos/", StringComparison.Ordinal)).Distinct().Order());
        Assert.Contains($"<input type=\"hidden\" name=\"municipio\" value=\"{Santiago}\">", page, StringComparison.Ordinal);
        Assert.Contains($"<li><a href=\"/practicas/?municipio={Santiago}\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task the_choice_goes_along_with_links_that_editors_wrote_and_stays_out_of_what_all_visitors_share()
    {
        await using var fresh = await VillageSite.StartAsync();

        var mine = await fresh.Site.PageAsync("/practicas/tequio-para-el-camino-de-saca/?municipio=20002");
        var anyones = await fresh.Site.PageAsync("/practicas/tequio-para-el-camino-de-saca/");

        Assert.Contains("href=\"/practicas/asamblea-de-la-milpa/?a=b&amp;c=d&amp;municipio=20002\"", mine, StringComparison.Ordinal);
        Assert.Contains("href=\"https://example.org/á#ancla\"", mine, StringComparison.Ordinal);
        Assert.DoesNotContain("municipio=20002", anyones, StringComparison.Ordinal);
    }

    [Fact]
    public async Task the_last_part_of_an_address_names_a_municipality_as_well()
    {
        var page = await Site.PageAsync("/practicas/?municipio=santiago-apostol");

        Assert.Contains("Tu municipio: <a href=\"/municipios/santiago-apostol/?municipio=20452\">", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("99999")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("%00")]
    public async Task a_municipality_that_nobody_knows_is_left_out_and_the_page_says_so(string written)
    {
        var page = await Site.PageAsync($"/practicas/?municipio={written}&sort=distance&theme=territory");

        Assert.Contains("No conocemos el municipio «", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/practicas/?theme=territory&amp;sort=title\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task whoever_has_chosen_none_is_led_to_the_choice_and_back_to_the_list()
    {
        var list = await Site.PageAsync("/practicas/?theme=territory");
        var chooser = Visitor.LinksOf(list).First(link => link.StartsWith("/mi-municipio/", StringComparison.Ordinal));

        var reply = await Site.VisitAsync(chooser);

        var page = reply.Text;
        Assert.InRange(Visitor.Compressed(reply), 1, Visitor.MostCompressed);
        Assert.Contains($"href=\"/practicas/?theme=territory&amp;sort=distance&amp;municipio={Santiago}\"", page, StringComparison.Ordinal);
        Assert.Equal(570, page.Split("&amp;municipio=").Length - 1);
    }

    [Fact]
    public async Task the_home_page_leads_to_the_choice_the_map_and_the_regions()
    {
        var home = await Site.PageAsync("/");
        var chosen = await Site.PageAsync($"/?municipio={Santiago}");

        Assert.Contains("href=\"/mi-municipio/?volver=%2Fpracticas%2F%3Fsort%3Ddistance\"", home, StringComparison.Ordinal);
        Assert.Contains("href=\"/practicas/?vista=mapa\"", home, StringComparison.Ordinal);
        Assert.Contains($"href=\"/practicas/?sort=distance&amp;municipio={Santiago}\"", chosen, StringComparison.Ordinal);
        Assert.Contains($"href=\"/practicas/?region=mixteca&amp;municipio={Santiago}\"", chosen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_municipality_is_found_by_a_part_of_its_name_without_accents()
    {
        var page = await Site.PageAsync("/mi-municipio/?nombre=APOSTOL");

        Assert.Contains("Santiago Apóstol</a>", page[..page.IndexOf("Por región", StringComparison.Ordinal)], StringComparison.Ordinal);
        Assert.Contains("distrito de Ocotlán", page, StringComparison.Ordinal);
        Assert.Contains("No encontramos ningún municipio", await Site.PageAsync("/mi-municipio/?nombre=xqz"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("//example.org/")]
    [InlineData("/\\example.org/")]
    [InlineData("https://example.org/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/%09/example.org/")]
    public async Task the_choice_never_leads_to_another_site(string back)
    {
        var page = await Site.PageAsync($"/mi-municipio/?volver={back}");

        Assert.DoesNotContain("example.org", page, StringComparison.Ordinal);
        Assert.DoesNotContain("javascript:", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"/practicas/?sort=distance&amp;municipio={Santiago}\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_municipality_tells_what_is_near_and_which_others_are()
    {
        var page = await Site.PageAsync("/municipios/santiago-apostol/");

        var near = page[page.IndexOf("id=\"cerca\"", StringComparison.Ordinal)..page.IndexOf("id=\"alrededor\"", StringComparison.Ordinal)];
        Assert.InRange(near.Split("class=\"hit\"").Length - 1, 1, 8);
        Assert.Contains("A unos", near, StringComparison.Ordinal);
        Assert.Contains($"href=\"/practicas/?municipio={Santiago}&amp;sort=distance\"", page, StringComparison.Ordinal);
        Assert.Contains("Elegir como mi municipio", page, StringComparison.Ordinal);
        Assert.Contains("San Antonino Castillo Velasco", page[page.IndexOf("id=\"alrededor\"", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Fact]
    public async Task where_nothing_is_near_the_page_says_so()
    {
        await using var own = await VillageSite.StartAsync();
        await own.ImportAsync(new AnItem("lejos", "municipality", "municipios").Named("San Juan Lejano").With("officialKey", "20570").With("region", Stored.Picked("mixteca")).With("location", """{"lat":15.8,"lon":-94,"precision":"municipality"}"""));

        var page = await own.Site.PageAsync("/municipios/san-juan-lejano/");

        Assert.Contains("No conocemos ninguna otra práctica a menos de 100 km.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task an_item_carries_the_choice_back_to_the_lists()
    {
        var page = await village.Site.PageAsync("/practicas/tequio-para-el-camino-de-saca/?municipio=20001");

        Assert.Contains("Tu municipio: <a href=\"/municipios/san-pablo-ejemplo/?municipio=20001\">", page, StringComparison.Ordinal);
        Assert.Contains("<li><a href=\"/practicas/?municipio=20001\"", page, StringComparison.Ordinal);
        Assert.Contains("<link rel=\"canonical\" href=\"" + village.Site.Client.BaseAddress + "practicas/tequio-para-el-camino-de-saca/\">", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task an_address_that_is_wrong_carries_nobody_elsewhere()
    {
        var reply = await Site.GetRawAsync($"//example.org/?municipio={Santiago}");

        Assert.DoesNotContain("href=\"//", reply?.Text ?? "", StringComparison.Ordinal);
    }
}
