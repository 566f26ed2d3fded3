using System.Net;
using System.Text.Json;
using Repository.Specs.Delivery;
using Repository.Web.Searching;

namespace Repository.Specs.Searching;

/// <summary>What is found, in which order, and what is refused.</summary>
public sealed class SearchTests(VillageSite village, Seeded.SeededSite seeded)
{
    private TestSite Site => village.Site;

    [Theory]
    [InlineData("q=camino saca", "Tequio para el camino de saca")]
    [InlineData("q=CAMÍNOS", "Caminos")]
    [InlineData("q=%22camino de saca%22", "Tequio para el camino de saca")]
    [InlineData("q=title:milpa", "Asamblea de la milpa")]
    [InlineData("q=nandu arbol", "Ñandú, árbol %26 «cañada» <br>")]
    [InlineData("q=santa maria canada", "Santa María Cañada")]
    [InlineData("q=cemento", "Tequio para el camino de saca")]
    [InlineData("q=mixteca", "Mixteca")]
    public async Task words_are_found_in_whatever_spelling(string query, string first) =>
        Assert.Equal(Uri.UnescapeDataString(first), (await Site.FoundAsync(query))[0]);

    [Theory]
    [InlineData("Tequio para el camino de sca")]
    [InlineData("Tequio para el caminode saca")]
    [InlineData("Teqiuo para el camino de saca")]
    [InlineData("Tequio para el camino de saca)")]
    [InlineData("(Tequio para el camino \"de saca")]
    [InlineData("Tequio: para el camino de saca AND")]
    [InlineData("¿Tequio/camino de saca?")]
    [InlineData("¿el camino de saca? ¿tequio?")]
    [InlineData("camino de saca?")]
    public async Task whatever_one_types_is_searched_as_best_it_can_be(string typed) =>
        Assert.Equal("Tequio para el camino de saca", (await Site.FoundAsync($"q={Uri.EscapeDataString(typed)}"))[0]);

    [Theory]
    [InlineData("Borrador de práctica")]
    [InlineData("Práctica reservada")]
    [InlineData("Réplica reservada")]
    [InlineData("Práctica retirada")]
    [InlineData("Práctica en la papelera")]
    public async Task what_the_public_may_not_see_is_not_found_nor_counted(string name)
    {
        var found = await Site.SearchAsync($"q={Uri.EscapeDataString($"\"{name}\"")}&facets=type&zero=1");

        Assert.DoesNotContain(name, found.Names);
        Assert.Equal((await Site.GetAsync("content?take=0")).Total, (await Site.SearchAsync("take=0")).Total);
    }

    [Fact]
    public async Task a_commitment_is_found_by_its_number_whatever_its_title_is()
    {
        await using var own = await VillageSite.StartAsync();
        await own.ImportAsync(
        [
            new AnItem("cuentas", "commitment", "plan").Named("Cuentas a la vista").With("number", "27"),
            new AnItem("ventanilla", "commitment", "plan").Named("Una sola ventanilla").With("number", "7"),
            new AnItem("obra", "commitment", "plan").Named("Obra con 27 vecinos, 7 de ellos en el comité").With("numberInSource", "27 bis"),
        ]);

        Assert.Equal("Cuentas a la vista", (await own.Site.FoundAsync("q=compromiso 27"))[0]);
        Assert.Equal("Una sola ventanilla", (await own.Site.FoundAsync("q=COMPROMISO 7"))[0]);
        Assert.Equal("Obra con 27 vecinos, 7 de ellos en el comité", (await own.Site.FoundAsync("q=compromiso 27 bis"))[0]);
        Assert.DoesNotContain("Una sola ventanilla", await own.Site.FoundAsync("q=27"));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(9)]
    [InlineData(11)]
    public async Task commitments_of_one_number_come_before_everything_else(int number)
    {
        var found = await seeded.Site.SearchAsync($"q=compromiso {number}&take=2");

        var addresses = found.Json.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("route").Text("path"));
        Assert.All(addresses, address => Assert.EndsWith($"/compromiso-{number}/", address, StringComparison.Ordinal));
    }

    [Fact]
    public async Task all_words_can_be_demanded()
    {
        var any = await Site.FoundAsync("q=tequio agua");
        var all = await Site.FoundAsync("q=cartel tequio&op=and");

        Assert.Contains("Folleto del agua", any);
        Assert.Equal("Cartel del tequio", all[0]);
        Assert.DoesNotContain("Folleto del agua", all);
    }

    [Fact]
    public async Task each_language_finds_its_own_texts_and_what_is_written_once_for_all()
    {
        Assert.Contains("Communal work for the road", await Site.FoundAsync("q=communal&lang=en"));
        Assert.Contains("Agua", await Site.FoundAsync("q=agua&lang=en"));
        Assert.DoesNotContain("Communal work for the road", await Site.FoundAsync("q=communal"));
        Assert.DoesNotContain("Tequio para el camino de saca", await Site.FoundAsync("q=saca&lang=en"));
    }

    [Fact]
    public async Task without_a_text_everything_is_listed_in_tree_order() =>
        Assert.Equal((await Site.GetAsync("content?take=30")).Names, await Site.FoundAsync("take=30"));

    [Theory]
    [InlineData("theme=roads", "Tequio para el camino de saca")]
    [InlineData("type=practice&year=2019..2020", "Tequio para el camino de saca|Ñandú, árbol & «cañada» <br>")]
    [InlineData("type=practice&year=2021..", "Asamblea de la milpa")]
    [InlineData("type=practice&year=..2018", "")]
    [InlineData("region=valles&region=mixteca&type=!municipality", "Asamblea de la milpa|Tequio para el camino de saca")]
    [InlineData("region=valles,mixteca&type=!municipality", "Asamblea de la milpa|Tequio para el camino de saca")]
    [InlineData("region=!valles&type=municipality", "Santa María Cañada")]
    [InlineData("q=asamblea&theme=water&municipality=20002&sort=title", "Asamblea de la milpa|Tequio para el camino de saca")]
    public async Task filters_narrow_what_is_found(string query, string names) =>
        Assert.Equal(names, string.Join('|', await Site.FoundAsync(query)));

    [Fact]
    public async Task a_facet_ignores_its_own_filter_and_obeys_the_others()
    {
        Assert.Equal(["valles=1"], await Site.FacetAsync("region", "type=practice&theme=roads"));
        Assert.Equal(["mixteca=1", "valles=1"], await Site.FacetAsync("region", "type=practice&region=valles"));
        Assert.Equal(["16=2", "16.7=1"], await Site.FacetAsync("sdg", ""));
    }

    [Fact]
    public async Task a_facet_names_its_values_marks_the_chosen_ones_and_tells_how_many_items_have_none()
    {
        var answer = await Site.SearchAsync("type=municipality&region=valles&facets=region&take=0");

        var region = answer.Json.GetProperty("facets")[0];
        var values = region.GetProperty("values").EnumerateArray().ToList();
        Assert.Equal(["Mixteca", "Valles Centrales"], values.Select(value => value.Text("label")));
        Assert.Equal([false, true], values.Select(value => value.GetProperty("selected").GetBoolean()));
        Assert.Equal(0, region.GetProperty("missing").GetInt32());
    }

    [Fact]
    public async Task values_nothing_has_are_shown_on_request()
    {
        Assert.DoesNotContain("roads=0", await Site.FacetAsync("theme", "type=municipality"));
        Assert.Contains("roads=0", await Site.FacetAsync("theme", "type=municipality&zero=1"));
    }

    [Fact]
    public async Task values_nobody_ever_had_are_known_from_their_vocabulary()
    {
        var municipalities = await seeded.Site.SearchAsync("type=municipality&take=0");

        var offered = await seeded.Site.FacetAsync("municipality", "type=practice&zero=1&facetSize=600");
        var had = await seeded.Site.FacetAsync("municipality", "facetSize=600");

        Assert.Equal(municipalities.Total, offered.Length);
        Assert.True(had.Length < offered.Length, $"All {had.Length} municipalities are had.");
    }

    [Theory]
    [InlineData("municipality", "20001=valles|20002=mixteca")]
    [InlineData("sdg", "16=|16.7=16")]
    [InlineData("region", "valles=|mixteca=")]
    public async Task a_value_names_the_one_it_belongs_to(string facet, string parents)
    {
        var answer = await Site.SearchAsync($"facets={facet}&take=0");

        var values = answer.Json.GetProperty("facets")[0].GetProperty("values").EnumerateArray().Select(value => $"{value.Text("key")}={value.GetProperty("parent").GetString()}");
        Assert.Equal(parents.Split('|').Order(), values.Order());
    }

    [Theory]
    [InlineData("near=17,-96.5&within=50", "Tequio para el camino de saca|San Pablo Ejemplo")]
    [InlineData("near=17.5,-97.5&within=50&type=practice", "Asamblea de la milpa|Tequio para el camino de saca")]
    [InlineData("near=0,0&within=50", "")]
    [InlineData("bbox=-98,17.2,-97,18", "Asamblea de la milpa|Tequio para el camino de saca|Santa María Cañada")]
    [InlineData("bbox=-98,17.2,-97,18&near=17,-96.5&within=119", "Tequio para el camino de saca")]
    [InlineData("bbox=170,-90,-97,90&type=municipality", "Santa María Cañada")]
    [InlineData("q=asamblea&near=17,-96.5&within=150&type=practice&sort=distance", "Tequio para el camino de saca|Asamblea de la milpa")]
    public async Task a_part_of_the_map_narrows_what_is_found(string query, string names) =>
        Assert.Equal(names, string.Join('|', await Site.FoundAsync(query)));

    [Fact]
    public async Task the_nearest_come_first_and_what_is_nowhere_last()
    {
        var near = await Site.SearchAsync("near=17,-96.5&sort=distance&type=practice");
        var anywhere = await Site.SearchAsync("type=practice");

        var distances = near.Items.Select(item => item.GetProperty("distanceKm")).Select(distance => distance.ValueKind == JsonValueKind.Null ? (double?)null : distance.GetDouble()).ToList();
        Assert.Equal(["Tequio para el camino de saca", "Asamblea de la milpa"], near.Names.Take(2));
        Assert.Equal(0, distances[0]);
        Assert.InRange(distances[1]!.Value, 119.8, 119.95);
        Assert.All(distances.Skip(2), distance => Assert.Null(distance));
        Assert.Equal(anywhere.Names.Order(), near.Names.Order());
        Assert.All(anywhere.Items, item => Assert.Equal(JsonValueKind.Null, item.GetProperty("distanceKm").ValueKind));
    }

    [Fact]
    public async Task facets_count_what_lies_there() => Assert.Equal(["mixteca=1"], await Site.FacetAsync("region", "bbox=-98,17.2,-97,18&type=municipality"));

    [Theory]
    [InlineData("sort=title")]
    [InlineData("near=17,-96.5&sort=distance")]
    [InlineData("q=agua tequio asamblea")]
    [InlineData("sort=year")]
    [InlineData("")]
    public async Task pages_follow_each_other_without_gap_or_overlap(string query)
    {
        var whole = await Site.FoundAsync($"{query}&take=200");
        var paged = new List<string>();
        var after = "";
        do
        {
            var page = await Site.SearchAsync($"{query}&take=7{after}");
            paged.AddRange(page.Names);
            after = page.Json.GetProperty("next").GetString() is { } next ? $"&after={next}" : "";
        }
        while (after.Length > 0);

        Assert.Equal(whole, paged);
        Assert.Equal(whole.Skip(5).Take(4), await Site.FoundAsync($"{query}&skip=5&take=4"));
    }

    [Theory]
    [InlineData("take=201", "take")]
    [InlineData("take=-1", "take")]
    [InlineData("skip=10001", "skip")]
    [InlineData("facets=nothing", "facets")]
    [InlineData("facetSize=601", "facetSize")]
    [InlineData("sort=random", "sort")]
    [InlineData("sort=relevance", "sort")]
    [InlineData("lang=zz", "lang")]
    [InlineData("op=xor", "op")]
    [InlineData("after=%F0", "after")]
    [InlineData("colour=red", "colour")]
    [InlineData("year=mil..2019", "year")]
    [InlineData("region=a..b", "region")]
    [InlineData("near=17", "near")]
    [InlineData("near=91,0", "near")]
    [InlineData("near=NaN,0", "near")]
    [InlineData("within=5", "within")]
    [InlineData("near=17,-96&within=0", "within")]
    [InlineData("near=17,-96&within=1,5", "within")]
    [InlineData("bbox=-98,17,-97", "bbox")]
    [InlineData("bbox=-98,18,-97,17", "bbox")]
    [InlineData("sort=distance", "sort")]
    public async Task a_bad_parameter_is_named(string query, string parameter)
    {
        var refused = await Site.SearchAsync(query);

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal("application/problem+json", refused.Message.Content.Headers.ContentType?.MediaType);
        Assert.Equal(parameter, Assert.Single(refused.Json.GetProperty("errors").EnumerateObject()).Name);
        Assert.EndsWith(".", refused.Json.Text("detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task what_is_too_long_to_ask_is_refused()
    {
        var bytes = await Site.SearchAsync($"q={new string('a', 4097)}");
        var words = await Site.SearchAsync($"q={string.Join('+', Enumerable.Range(0, 65))}");
        var most = await Site.SearchAsync($"q={string.Join('+', Enumerable.Range(0, 64))}");

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.OK), (bytes.Status, words.Status, most.Status));
    }

    [Fact]
    public async Task who_has_the_answer_is_told_so()
    {
        var first = await Site.SearchAsync("q=agua");

        var again = await Site.GetAsync($"{SearchClient.Root}?q=agua", ("If-None-Match", first.Header("ETag")!));

        Assert.Equal(HttpStatusCode.NotModified, again.Status);
        Assert.Empty(again.Text);
    }

    [Fact]
    public async Task every_parameter_stands_in_the_openapi_document()
    {
        var document = await Site.GetAsync("/umbraco/swagger/repository/swagger.json");

        var named = document.Json.GetProperty("paths").GetProperty(SearchClient.Root).GetProperty("get").GetProperty("parameters").EnumerateArray().Select(parameter => parameter.Text("name")).ToList();
        Assert.All(SearchRequest.Names, name => Assert.Contains(name, named));
        Assert.Equal(SearchRequest.Names.Count, named.Count);
    }
}
