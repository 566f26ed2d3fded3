using System.Text.Json;
using Repository.Specs.Seeded;

namespace Repository.Specs.Delivery;

/// <summary>Our own filters by what content says of itself: the vocabulary keys, numbers and periods that the design lists.</summary>
public sealed class FacetFilterTests(VillageSite village, SeededSite seeded)
{
    private const string Everything = "expand=properties[$all]";

    private TestSite Site => village.Site;

    [Theory]
    [InlineData("region:valles", "Tequio para el camino de saca|San Pablo Ejemplo")]
    [InlineData("region:valles,mixteca", "Asamblea de la milpa|Tequio para el camino de saca|San Pablo Ejemplo|Santa María Cañada")]
    [InlineData("municipality:20002", "Asamblea de la milpa|Tequio para el camino de saca")]
    [InlineData("theme:roads", "Tequio para el camino de saca")]
    [InlineData("THEME:ROADS", "Tequio para el camino de saca")]
    [InlineData("communityForm:tequioForm", "Tequio para el camino de saca")]
    [InlineData("principle:openData", "Tequio para el camino de saca")]
    [InlineData("sdg:16.7", "Tequio para el camino de saca")]
    [InlineData("sdg:16", "Asamblea de la milpa|Tequio para el camino de saca")]
    [InlineData("kind:poster", "Cartel del tequio|Folleto del agua")]
    [InlineData("language:zap", "Tequio para el camino de saca")]
    [InlineData("status:current", "Réplica en la costa|Tequio para el camino de saca")]
    [InlineData("plan:PAL-EJ-2018", "Compromiso 1|Actividad 1.1|Cartel del tequio")]
    [InlineData("commitment:pal-ej-2018-1", "Actividad 1.1|Cartel del tequio")]
    [InlineData("court:PAL-EJ-COURT", "Sentencia de ejemplo")]
    [InlineData("period:2019-07", "Cartel del tequio")]
    [InlineData("period>2019-12", "Folleto del agua")]
    [InlineData("period<:2019-07", "Cartel del tequio")]
    [InlineData("year:2019", "Tequio para el camino de saca|Ñandú, árbol & «cañada» <br>")]
    [InlineData("year:2018, 2021", "Asamblea de la milpa|Plan de acción 2018")]
    [InlineData("year>2018", "Asamblea de la milpa|Tequio para el camino de saca|Ñandú, árbol & «cañada» <br>")]
    [InlineData("year>:2018&filter=year<2021", "Tequio para el camino de saca|Ñandú, árbol & «cañada» <br>|Plan de acción 2018")]
    [InlineData("theme:nothing", "")]
    [InlineData("theme:", "")]
    public async Task a_value_finds_what_has_it(string filter, string names) =>
        Assert.Equal(names, string.Join('|', await Site.NamesAsync($"filter={filter}")));

    [Fact]
    public async Task a_principle_outside_the_core_counts_for_its_nearest_core_principle()
    {
        var core = await Site.NamesAsync("filter=principle:transparency&filter=contentType:practice");

        Assert.Equal(["Asamblea de la milpa", "Tequio para el camino de saca", "Faena", "Faena", "Ñandú, árbol & «cañada» <br>"], core);
    }

    [Fact]
    public async Task an_actor_is_found_by_its_key_and_a_picked_item_by_its_own()
    {
        Assert.Equal(["Tequio para el camino de saca"], await Site.NamesAsync($"filter=actor:{AnItem.KeyOf("comite")}"));
        Assert.Equal(["Tequio para el camino de saca"], await Site.NamesAsync($"filter=municipality:{AnItem.KeyOf("ejemplo").ToString().ToUpperInvariant()}"));
    }

    [Fact]
    public async Task a_number_that_is_none_bounds_nothing() =>
        Assert.Equal((await Site.GetAsync("content")).Text, (await Site.GetAsync("content?filter=year>many")).Text);

    [Theory]
    [InlineData("region", "region")]
    [InlineData("municipality", "municipalities")]
    [InlineData("theme", "themes")]
    [InlineData("communityForm", "communityForms")]
    [InlineData("sdg", "sdgTargets")]
    [InlineData("kind", "kind")]
    [InlineData("language", "languages")]
    [InlineData("status", "status")]
    [InlineData("sheetKind", "sheetKind")]
    [InlineData("actor", "actors")]
    public async Task over_the_whole_seed_a_filter_finds_what_its_property_picks(string filter, string property)
    {
        var all = await seeded.Site.ListAsync($"{Everything}&fields=properties[{property}]");
        var values = all.SelectMany(item => Picked(item, property)).Select(term => term.Key()).Distinct().ToArray();

        foreach (var value in values.Take(12))
        {
            var expected = all.Where(item => Picked(item, property).Any(term => term.Key() == value)).Select(item => item.Key());
            var found = (await seeded.Site.ListAsync($"fields=&filter={filter}:{value}")).Select(item => item.Key()).ToArray();

            Assert.All(expected, key => Assert.Contains(key, found));
            Assert.NotEmpty(found);
        }
    }

    [Fact]
    public async Task over_the_whole_seed_a_year_finds_what_has_that_year()
    {
        var all = await seeded.Site.ListAsync("fields=properties[year]");
        var years = all.GroupBy(Year).Where(same => same.Key is not null).ToDictionary(same => same.Key!.Value, same => same.Select(item => item.Key()).ToArray());

        Assert.NotEmpty(years);
        foreach (var (year, keys) in years)
        {
            Assert.Equal(keys, (await seeded.Site.ListAsync($"fields=&filter=year:{year}")).Select(item => item.Key()));
            Assert.Equal(years.Where(other => other.Key >= year).Sum(other => other.Value.Length), (await seeded.Site.ListAsync($"fields=&filter=year>:{year}")).Count);
        }
    }

    private static IEnumerable<JsonElement> Picked(JsonElement item, string property)
    {
        if (!item.GetProperty("properties").TryGetProperty(property, out var value)) return [];
        return value.ValueKind switch
        {
            JsonValueKind.Array => value.EnumerateArray().Where(entry => entry.ValueKind == JsonValueKind.Object && entry.TryGetProperty("id", out _)),
            JsonValueKind.Object when value.TryGetProperty("id", out _) => [value],
            _ => [],
        };
    }

    private static int? Year(JsonElement item) =>
        item.GetProperty("properties").TryGetProperty("year", out var year) && year.ValueKind == JsonValueKind.Number ? year.GetInt32() : null;
}
