using System.Net;

namespace Repository.Specs.Delivery;

/// <summary>Requests below one root: contract, section 2.</summary>
public sealed class StartItemTests(VillageSite village)
{
    private TestSite Site => village.Site;

    private static (string, string) Start(string value) => ("Start-Item", value);

    [Theory]
    [InlineData("otra-casa")]
    [InlineData("OTRA-CASA")]
    [InlineData("/otra-casa/")]
    public async Task a_root_is_named_by_its_segment(string segment) =>
        Assert.Equal(["Prácticas", "Solo aquí"], await Site.NamesAsync("", Start(segment)));

    [Fact]
    public async Task a_root_is_named_by_its_key_and_its_descendants_do_not_include_it()
    {
        var names = await Site.NamesAsync("", Start(AnItem.KeyOf("casa").ToString()));
        var home = await Site.ListAsync("", Start(AnItem.KeyOf("home").ToString()));

        Assert.Equal(["Prácticas", "Solo aquí"], names);
        Assert.Equal((await Site.ListAsync("fetch=descendants:/")).Select(item => item.Key()), home.Select(item => item.Key()));
    }

    [Fact]
    public async Task paths_are_those_below_the_root()
    {
        var item = await Site.JsonAsync("content/item/practicas", Start("otra-casa"));
        var root = await Site.JsonAsync("content/item/", Start("otra-casa"));
        var elsewhere = await Site.GetAsync("content/item/paginas", Start("otra-casa"));
        var children = await Site.NamesAsync("fetch=children:/", Start("otra-casa"));

        Assert.Equal(AnItem.KeyOf("casa-practicas"), item.Key());
        Assert.Equal(AnItem.KeyOf("casa"), root.Key());
        Assert.Equal(HttpStatusCode.NotFound, elsewhere.Status);
        Assert.Equal(["Prácticas", "Solo aquí"], children);
    }

    [Fact]
    public async Task keys_are_found_below_every_root()
    {
        var children = await Site.NamesAsync($"fetch=children:{AnItem.KeyOf("paginas")}", Start("otra-casa"));
        var item = await Site.ItemAsync("acerca", "", Start("otra-casa"));

        Assert.Equal(["Acerca", "Noticia"], children);
        Assert.Equal("Acerca", item.Text("name"));
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("practicas")]
    [InlineData("11111111-1111-1111-1111-111111111111")]
    public async Task a_root_that_does_not_exist_is_told_in_plain_words_everywhere(string value)
    {
        string[] paths =
        [
            "content", "content?fetch=children:/", "content?fetch=nothing:/", $"content?filter=nothing:x", "content/item/", "content/item/practicas",
            $"content/item/{AnItem.KeyOf("acerca")}", $"content/items?id={AnItem.KeyOf("acerca")}",
        ];
        foreach (var path in paths)
        {
            var answer = await Site.GetAsync(path, Start(value));

            Assert.Equal(HttpStatusCode.NotFound, answer.Status);
            Assert.Equal("The Start-Item could not be found", answer.Text);
            Assert.StartsWith("text/plain", answer.Header("Content-Type"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task an_item_that_is_no_root_is_no_start_item() =>
        Assert.Equal(HttpStatusCode.NotFound, (await Site.GetAsync("content", Start(AnItem.KeyOf("practicas").ToString()))).Status);

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    public async Task an_empty_header_is_none(string value) => Assert.Equal((await Site.GetAsync("content")).Text, (await Site.GetAsync("content", Start(value))).Text);

    [Fact]
    public async Task below_a_root_that_is_not_written_in_the_language_is_seen_what_does_not_vary()
    {
        (string, string)[] unknown = [Start("inicio"), ("Accept-Language", "xx-YY")];

        var below = await Site.ListAsync("", unknown);
        var other = await Site.ListAsync("", Start("otra-casa"), ("Accept-Language", "en"));
        var replica = await Site.JsonAsync("content/item/practicas/asamblea-de-la-milpa/replica-en-la-costa", unknown);

        Assert.Equal((await Site.ListAsync("", ("Accept-Language", "xx-YY"))).Select(item => item.Key()), below.Select(item => item.Key()));
        Assert.Empty(other);
        Assert.Equal(AnItem.KeyOf("replica"), replica.Key());
    }

    [Fact]
    public async Task media_do_not_ask_for_it()
    {
        var answer = await Site.GetAsync("media?fetch=children:/", Start("nothing"));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
    }

    [Fact]
    public async Task the_english_segment_names_the_root_as_well() =>
        Assert.Equal(["Communal work for the road", "Nandu"], await Site.NamesAsync("filter=contentType:practice", Start("home"), ("Accept-Language", "en")));
}
