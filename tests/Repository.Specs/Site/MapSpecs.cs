using System.Net;
using System.Text.RegularExpressions;
using Repository.Core.Schema;
using Repository.Specs.Delivery;
using Repository.Specs.Seeded;

namespace Repository.Specs.Site;

/// <summary>A list as a map: discs that lead to what they count, and the same in words.</summary>
public sealed partial class MapSpecs(SeededSite seeded)
{
    private TestSite Site => seeded.Site;

    [Fact]
    public async Task a_list_of_places_can_be_seen_on_a_map_and_back()
    {
        var list = await Site.PageAsync("/practicas/?theme=territory");
        var map = await Site.PageAsync("/practicas/?theme=territory&vista=mapa");

        Assert.Contains("href=\"/practicas/?theme=territory&amp;vista=mapa\"", list, StringComparison.Ordinal);
        Assert.Contains("href=\"/practicas/?theme=territory\"", map, StringComparison.Ordinal);
        Assert.DoesNotContain("vista=mapa", await Site.PageAsync("/glosario/?q=asamblea"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/practicas/?vista=mapa", 10)]
    [InlineData("/buscar/?vista=mapa", 10)]
    [InlineData("/buscar/?q=agua&vista=mapa", 2)]
    [InlineData("/practicas/?bbox=-97.3,16.4,-95.2,18.1&vista=mapa", 5)]
    public async Task each_disc_leads_to_as_many_as_it_says(string address, int fewest)
    {
        var discs = Discs(await Site.PageAsync(address));

        Assert.InRange(discs.Count, fewest, 60);
        foreach (var (leadsTo, label) in discs)
        {
            var count = int.Parse(label.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
            var there = await Site.PageAsync(leadsTo);

            Assert.Matches("^[0-9]+ (práctica|resultado)s? en ", label);
            if (count > 1) Assert.Matches($">{count} resultados( para «agua»)?</h2>", there);
            else Assert.DoesNotContain("bbox=", leadsTo, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task what_a_disc_leads_to_can_be_seen_closer()
    {
        var map = await Site.PageAsync("/practicas/?vista=mapa");
        var several = Discs(map).First(disc => disc.Address.Contains("bbox=", StringComparison.Ordinal)).Address;

        var closer = await Site.PageAsync($"{several}&vista=mapa");

        Assert.NotEmpty(Discs(closer));
        Assert.Contains("Lugar: esta parte del mapa", closer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task everything_that_is_on_the_map_or_not_is_in_words_as_well()
    {
        var practices = await seeded.Api.ItemsAsync("?filter=contentType:practice&take=100");

        var map = await Site.PageAsync("/practicas/?vista=mapa");

        var words = map[map.IndexOf("La misma lista", StringComparison.Ordinal)..];
        Assert.All(practices, practice => Assert.Contains($"href=\"{practice.GetProperty("route").GetProperty("path").GetString()}\"", words, StringComparison.Ordinal));
        Assert.Contains("Sin un lugar en el mapa (", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task the_filters_stay_and_keep_the_map()
    {
        var map = await Site.PageAsync("/practicas/?region=mixteca&vista=mapa&municipio=20452");

        Assert.Contains("<input type=\"hidden\" name=\"vista\" value=\"mapa\">", map, StringComparison.Ordinal);
        Assert.Contains("href=\"/practicas/?vista=mapa&amp;municipio=20452\"", map, StringComparison.Ordinal);
        Assert.Contains("href=\"/practicas/?region=mixteca&amp;municipio=20452\"", map, StringComparison.Ordinal);
        Assert.All(Discs(map), disc => Assert.Contains("municipio=20452", disc.Address, StringComparison.Ordinal));
        Assert.Contains("· A unos ", map, StringComparison.Ordinal);
    }

    [Fact]
    public async Task municipalities_are_the_ground_of_a_map_unless_they_are_all_there_is()
    {
        Assert.Contains("no se cuentan en el mapa", await Site.PageAsync("/buscar/?vista=mapa"), StringComparison.Ordinal);
        Assert.NotEmpty(Discs(await Site.PageAsync("/municipios/?vista=mapa")));
    }

    [Fact]
    public async Task an_item_whose_place_is_hidden_is_listed_and_not_on_the_map()
    {
        await using var village = await VillageSite.StartAsync();
        await village.ImportAsync(new Village(village.Site.Service<ContentSchema>()).APractice("callada", "Práctica callada").With("municipalities", Stored.Picked("ejemplo")).With("location", """{"lat":17,"lon":-96.5,"precision":"hidden"}"""));

        var map = await village.Site.PageAsync("/practicas/?vista=mapa");

        var words = map[map.IndexOf("Sin un lugar en el mapa", StringComparison.Ordinal)..];
        Assert.Contains("Práctica callada", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Práctica callada", map[..^words.Length], StringComparison.Ordinal);
    }

    [Fact]
    public async Task nothing_found_has_no_map()
    {
        var page = await Site.PageAsync("/practicas/?q=xqzwv&vista=mapa");

        Assert.Contains("class=\"empty\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<svg class=\"region-map", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_thousand_practices_on_a_map_are_no_heavy_page()
    {
        await using var village = await VillageSite.StartAsync();
        var plain = new Village(village.Site.Service<ContentSchema>());
        var municipalities = Enumerable.Range(0, 400).Select(number => new AnItem($"m{number}", "municipality", "municipios").Named($"Santa María {number}").With("officialKey", $"2{number + 100:0000}").With("region", Stored.Picked("valles"))
            .With("location", $$"""{"lat":{{16 + (number % 20 * 0.1):0.0}},"lon":{{-98 + (number / 20 * 0.2):0.0}},"precision":"municipality"}"""));
        var practices = Enumerable.Range(0, 1_000).Select(number => plain.APractice($"p{number}", $"Práctica larga número {number} de la asamblea").With("municipalities", Stored.Picked($"m{number % 400}")));
        await village.ImportAsync([.. municipalities, .. practices]);

        var reply = await village.Site.VisitAsync("/practicas/?vista=mapa");

        Assert.InRange(Visitor.Compressed(reply), 1, Visitor.MostCompressed);
        Assert.Equal(1_000, Discs(reply.Text).Sum(disc => int.Parse(disc.Label.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture)) - 3);
        Assert.Contains("municipios más, con pocos resultados", reply.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("vista=nada")]
    [InlineData("vista=mapa&bbox=1")]
    [InlineData("vista=mapa&bbox=170,-10,-170,10")]
    [InlineData("vista=mapa&bbox=-96.5,17,-96.5,17")]
    [InlineData("vista=mapa&bbox=-180,-90,180,90")]
    [InlineData("vista=mapa&near=17.06,-96.72&within=40")]
    [InlineData("vista=mapa&skip=40&sort=distance")]
    [InlineData("vista=mapa&municipality=20067,20452")]
    public async Task whatever_is_asked_of_a_map_is_answered_with_a_page(string query)
    {
        foreach (var path in (string[])["/buscar/", "/practicas/", "/en/practices/", "/municipios/"]) await Site.PageAsync($"{path}?{query}");
    }

    private static List<(string Address, string Label)> Discs(string html) =>
        [.. DiscPattern().Matches(html).Select(match => (WebUtility.HtmlDecode(match.Groups[1].Value), WebUtility.HtmlDecode(match.Groups[2].Value)))];

    [GeneratedRegex("<a href=\"([^\"]*)\" aria-label=\"([^\"]*)\"><circle")]
    private static partial Regex DiscPattern();
}
