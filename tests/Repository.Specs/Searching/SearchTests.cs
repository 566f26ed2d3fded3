using System.Net;
using Repository.Specs.Delivery;
using Repository.Web.Searching;

namespace Repository.Specs.Searching;

/// <summary>What is found, in which order, and what is refused.</summary>
public sealed class SearchTests(VillageSite village)
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

    [Theory]
    [InlineData("sort=title")]
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
        Assert.Equal(SearchRequest.Names.Count(), named.Count);
    }
}
