using System.Globalization;
using System.Net;
using System.Text.Json;
using Repository.Specs.Seeded;

namespace Repository.Specs.Delivery;

/// <summary>The order of lists: contract, section 3.3.</summary>
public sealed class SortTests(VillageSite village, SeededSite seeded)
{
    private static readonly CompareInfo Letters = CultureInfo.InvariantCulture.CompareInfo;

    private TestSite Site => village.Site;

    [Fact]
    public async Task without_a_sort_the_order_is_that_of_the_tree()
    {
        var names = await Site.NamesAsync("filter=contentType:home,section,page,newsItem,practice,replication");

        Assert.Equal(
            [
                "Inicio", "Prácticas", "Asamblea de la milpa", "Réplica en la costa", "Tequio para el camino de saca", "Faena", "Faena", "Ñandú, árbol & «cañada» <br>",
                "Municipios", "Vocabularios", "Planes", "Materiales", "Páginas", "Acerca", "Segunda", "Tercera", "Noticia", "Otra casa", "Prácticas", "Solo aquí",
            ],
            names);
    }

    [Theory]
    [InlineData("name")]
    [InlineData("createDate")]
    [InlineData("updateDate")]
    [InlineData("level")]
    [InlineData("sortOrder")]
    [InlineData("year")]
    public async Task a_field_rises_and_falls_and_ties_keep_the_order_of_the_tree(string field)
    {
        foreach (var site in (TestSite[])[Site, seeded.Site])
        {
            var tree = (await site.ListAsync("fields=properties[year]")).ToList();
            var places = tree.Select((item, place) => (item, place)).ToDictionary(pair => pair.item.Key(), pair => pair.place);

            foreach (var (direction, sign) in ((string, int)[])[("asc", 1), ("desc", -1)])
            {
                var sorted = await site.ListAsync($"fields=properties[year]&sort={field}:{direction}");

                Assert.Equal(tree.Count, sorted.Count);
                foreach (var (one, next) in sorted.Zip(sorted.Skip(1)))
                {
                    var compared = sign * Compare(field, one, next);
                    Assert.True(compared < 0 || (compared == 0 && Told(field, places, one, next)), $"{field}:{direction} {one.Path()} {next.Path()}");
                }
            }
        }
    }

    [Fact]
    public async Task letters_count_before_accents_and_case_never_counts()
    {
        var names = await Site.NamesAsync("sort=name:asc&filter=contentType:term");

        Assert.Equal(names.Order(Comparer<string>.Create((one, other) => Letters.Compare(one, other, CompareOptions.IgnoreCase))), names);
        Assert.Equal("Agua", names[0]);
    }

    [Theory]
    [InlineData("sort=year:desc&sort=name:asc&filter=year>0", "Asamblea de la milpa|Ñandú, árbol & «cañada» <br>|Tequio para el camino de saca|Plan de acción 2018")]
    [InlineData("sort=year:asc&sort=name:desc&filter=year>0", "Plan de acción 2018|Tequio para el camino de saca|Ñandú, árbol & «cañada» <br>|Asamblea de la milpa")]
    [InlineData("sort=&sort=YEAR:ASCENDING&sort=name:x&filter=year>0", "Plan de acción 2018|Tequio para el camino de saca|Ñandú, árbol & «cañada» <br>|Asamblea de la milpa")]
    public async Task the_first_sort_is_the_primary_one(string query, string names) =>
        Assert.Equal(names, string.Join('|', await Site.NamesAsync(query)));

    [Theory]
    [InlineData("name:")]
    [InlineData("name:x")]
    [InlineData("name:DESC")]
    [InlineData("name:descending")]
    [InlineData("Name: desc")]
    public async Task every_direction_but_rising_falls(string sort) =>
        Assert.Equal(await Site.NamesAsync("sort=name:desc"), await Site.NamesAsync($"sort={sort}"));

    [Theory]
    [InlineData("createDate:desc?expand=property:municipality,theme")]
    [InlineData("createDate:desc?expand=all")]
    public async Task a_second_question_mark_leaves_the_direction_what_it_was(string sort) =>
        Assert.Equal(await Site.NamesAsync("sort=createDate:desc"), await Site.NamesAsync($"sort={sort}"));

    [Theory]
    [InlineData("name")]
    [InlineData("nothing:asc")]
    [InlineData(":asc")]
    [InlineData("relevance")]
    [InlineData("id:asc")]
    [InlineData("name;asc")]
    public async Task what_is_no_sort_is_refused_even_beside_good_ones(string sort)
    {
        var answer = await Site.GetAsync($"content?sort=name:asc&sort={sort}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("Sort option not found", answer.Json.Text("title"));
    }

    [Fact]
    public async Task a_root_is_of_the_first_level()
    {
        var shallowest = await Site.ListAsync("sort=level:asc&fields=");

        Assert.Equal(["Inicio", "Otra casa"], shallowest.Take(2).Select(item => item.Text("name")));
    }

    /// <summary>What the wire does not tell of an item (its place among its siblings) is not compared; the tree order then decides alone for siblings.</summary>
    private static bool Told(string field, Dictionary<Guid, int> places, JsonElement one, JsonElement next) =>
        field == "sortOrder" || places[one.Key()] < places[next.Key()];

    private static int Compare(string field, JsonElement one, JsonElement other) => field switch
    {
        "name" => Letters.Compare(one.Text("name"), other.Text("name"), CompareOptions.IgnoreCase),
        "level" => Level(one).CompareTo(Level(other)),
        "year" => Year(one).CompareTo(Year(other)),
        "sortOrder" => 0,
        _ => one.GetProperty(field).GetDateTimeOffset().CompareTo(other.GetProperty(field).GetDateTimeOffset()),
    };

    private static int Level(JsonElement item) => item.Path().Count(letter => letter == '/');

    private static int Year(JsonElement item) =>
        item.GetProperty("properties").TryGetProperty("year", out var year) && year.ValueKind == JsonValueKind.Number ? year.GetInt32() : 0;
}
