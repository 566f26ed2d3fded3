using System.Net;
using Repository.Testing;

namespace Repository.Specs.Delivery;

/// <summary>Languages: contract, sections 2 and 9.</summary>
public sealed class CultureTests(VillageSite village)
{
    private TestSite Site => village.Site;

    [Theory]
    [InlineData("en", "Communal work for the road")]
    [InlineData("EN", "Communal work for the road")]
    [InlineData("es-MX", "Tequio para el camino de saca")]
    [InlineData("ES-mx", "Tequio para el camino de saca")]
    [InlineData("en,es;q=0.9", "Tequio para el camino de saca")]
    [InlineData("en;q=1", "Tequio para el camino de saca")]
    [InlineData("en, es", "Tequio para el camino de saca")]
    [InlineData("*", "Tequio para el camino de saca")]
    [InlineData("en ", "Communal work for the road")]
    public async Task one_code_is_a_language_and_a_list_of_them_is_none(string header, string name) =>
        Assert.Equal(name, (await Site.ItemAsync("tequio", "", ("Accept-Language", header))).Text("name"));

    /// <summary>What is asked for wins over the host, and so does a path's prefix.</summary>
    [Theory]
    [InlineData("en.example.org", "practices/communal-work-for-the-road", "Communal work for the road")]
    [InlineData("EN.example.org", "en/practices/communal-work-for-the-road", "Communal work for the road")]
    [InlineData("example.org", "practicas/tequio-para-el-camino-de-saca", "Tequio para el camino de saca")]
    [InlineData("en.example.org", "practicas/tequio-para-el-camino-de-saca", "Tequio para el camino de saca", "es-MX")]
    public async Task a_host_gives_its_language_to_those_who_ask_for_none(string host, string path, string name, string asked = "")
    {
        using var folder = new TemporaryFolder();
        var schema = folder.CopyOf(ProjectFolder.Find("uSync"), "uSync");
        var domain = await File.ReadAllTextAsync(Path.Combine(schema, "v17/Domains/en_en.config"), TestContext.Current.CancellationToken);
        domain = domain.Replace("\"/en\"", "\"en.example.org\"", StringComparison.Ordinal).Replace("16ade3c2", "26ade3c2", StringComparison.Ordinal);
        await File.WriteAllTextAsync(Path.Combine(schema, "v17/Domains/host.config"), domain, TestContext.Current.CancellationToken);
        var site = await village.AnotherAsync($"USyncPath={schema}");

        var item = await site.GetAsync($"content/item/{path}", asked.Length == 0 ? [("Host", host)] : [("Host", host), ("Accept-Language", asked)]);

        Assert.Equal((HttpStatusCode.OK, name), (item.Status, item.Json.Text("name")));
    }

    [Fact]
    public async Task name_route_and_values_follow_the_language()
    {
        var item = await Site.ItemAsync("tequio", "", ("Accept-Language", "en"));

        Assert.Equal("/en/practices/communal-work-for-the-road/", item.Path());
        Assert.Equal("home", item.GetProperty("route").GetProperty("startItem").Text("path"));
        Assert.Equal(2019, item.Property("year").GetInt32());
        Assert.Equal("San Pablo Ejemplo", item.Property("municipalities")[0].Text("name"));
    }

    [Fact]
    public async Task a_picked_item_that_is_not_public_in_the_language_is_left_out_there()
    {
        var home = await Site.ItemAsync("home", "", ("Accept-Language", "en"));

        Assert.Equal(["Communal work for the road"], home.Property("featured").EnumerateArray().Select(item => item.Text("name")));
    }

    [Fact]
    public async Task an_item_that_is_not_public_in_a_language_is_unknown_there_by_key_by_path_and_in_lists()
    {
        var byKey = await Site.GetAsync($"content/item/{AnItem.KeyOf("asamblea")}", ("Accept-Language", "en"));
        var byPath = await Site.GetAsync("content/item/practicas/asamblea-de-la-milpa", ("Accept-Language", "en"));
        var several = await Site.GetAsync($"content/items?id={AnItem.KeyOf("asamblea")}", ("Accept-Language", "en"));
        var list = await Site.ListAsync("", ("Accept-Language", "en"));

        Assert.Equal(HttpStatusCode.NotFound, byKey.Status);
        Assert.Equal(HttpStatusCode.NotFound, byPath.Status);
        Assert.Equal("[]", several.Text);
        Assert.DoesNotContain(list, item => item.Key() == AnItem.KeyOf("asamblea"));
    }

    [Fact]
    public async Task what_does_not_vary_is_seen_in_every_language_at_its_one_address()
    {
        var spanish = await Site.ItemAsync("replica");

        var english = await Site.ItemAsync("replica", "", ("Accept-Language", "en"));
        var unknown = await Site.ItemAsync("replica", "", ("Accept-Language", "xx-YY"));
        var byPath = await Site.JsonAsync($"content/item{spanish.Path()}", ("Accept-Language", "en"));

        Assert.Equal("/practicas/asamblea-de-la-milpa/replica-en-la-costa/", spanish.Path());
        Assert.Equal(spanish.GetRawText(), english.GetRawText());
        Assert.Equal(spanish.GetRawText(), unknown.GetRawText());
        Assert.Equal(spanish.GetRawText(), byPath.GetRawText());
    }

    [Theory]
    [InlineData("xx-YY")]
    [InlineData("es")]
    [InlineData("en-US")]
    [InlineData("_")]
    public async Task an_unknown_language_shows_only_what_does_not_vary(string culture)
    {
        var list = await Site.ListAsync("", ("Accept-Language", culture));
        var home = await Site.GetAsync("content/item/", ("Accept-Language", culture));

        Assert.NotEmpty(list);
        Assert.All(list, item => Assert.Equal("{}", item.GetProperty("cultures").GetRawText()));
        Assert.Contains(list, item => item.Key() == AnItem.KeyOf("replica"));
        Assert.Equal(HttpStatusCode.NotFound, home.Status);
    }

    [Fact]
    public async Task without_a_language_the_prefix_of_a_path_decides_and_with_one_it_must_agree()
    {
        var prefixed = await Site.JsonAsync("content/item/en/practices/nandu");
        var agreeing = await Site.JsonAsync("content/item/en/practices/nandu", ("Accept-Language", "en"));
        var bare = await Site.JsonAsync("content/item/practices/nandu", ("Accept-Language", "en"));
        var contrary = await Site.GetAsync("content/item/en/practices/nandu", ("Accept-Language", "es-MX"));
        var home = await Site.JsonAsync("content/item/en");

        Assert.Equal("Nandu", prefixed.Text("name"));
        Assert.Equal(prefixed.GetRawText(), agreeing.GetRawText());
        Assert.Equal(prefixed.GetRawText(), bare.GetRawText());
        Assert.Equal(HttpStatusCode.NotFound, contrary.Status);
        Assert.Equal("/en/", home.Path());
    }

    [Fact]
    public async Task what_does_not_vary_has_no_address_with_a_prefix()
    {
        Assert.Equal(HttpStatusCode.OK, (await Site.GetAsync("content/item/municipios/san-pablo-ejemplo", ("Accept-Language", "en"))).Status);

        Assert.Equal(HttpStatusCode.NotFound, (await Site.GetAsync("content/item/en/municipios/san-pablo-ejemplo")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Site.GetAsync("content/item/en/municipios/san-pablo-ejemplo", ("Accept-Language", "en"))).Status);
    }

    [Fact]
    public async Task filters_and_sorts_read_the_names_of_the_language()
    {
        Assert.Equal(["Communal work for the road"], await Site.NamesAsync("filter=name:communal", ("Accept-Language", "en")));
        Assert.Empty(await Site.NamesAsync("filter=name:communal"));
        Assert.Equal(["Nandu", "Communal work for the road"], await Site.NamesAsync("sort=name:desc&filter=contentType:practice", ("Accept-Language", "en")));
    }

    [Fact]
    public async Task a_segment_is_accepted_and_changes_nothing() =>
        Assert.Equal((await Site.GetAsync("content")).Text, (await Site.GetAsync("content", ("Accept-Segment", "vip"))).Text);

    [Fact]
    public async Task media_are_the_same_in_every_language() =>
        Assert.Equal((await Site.GetAsync("media?fetch=children:/")).Text, (await Site.GetAsync("media?fetch=children:/", ("Accept-Language", "xx"))).Text);
}
