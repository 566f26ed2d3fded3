using System.Text.Json;

namespace Repository.Specs.Delivery;

/// <summary>Rich text as a tree of elements, where the operator wants it so: contract, section 11.3.</summary>
public sealed class RichTextTreeTests(TreeVillageSite village) : IClassFixture<TreeVillageSite>
{
    [Fact]
    public async Task the_root_has_elements_and_blocks()
    {
        var body = await BodyAsync();

        Assert.Equal(["tag", "attributes", "elements", "blocks"], body.Members());
        Assert.Equal("#root", body.Text("tag"));
        Assert.Equal("{}", body.GetProperty("attributes").GetRawText());
        Assert.Equal(["p", "p", "p", "umb-rte-block"], body.GetProperty("elements").EnumerateArray().Select(element => element.Text("tag")));
        Assert.Equal("callout", Assert.Single(body.GetProperty("blocks").EnumerateArray()).GetProperty("content").Text("contentType"));
    }

    [Fact]
    public async Task a_text_is_raw_and_has_no_more_than_text_and_tag()
    {
        var body = await BodyAsync();

        var paragraph = body.GetProperty("elements")[0].GetProperty("elements").EnumerateArray().ToArray();

        Assert.Equal("""{"text":"La ","tag":"#text"}""", paragraph[0].GetRawText());
        Assert.Equal("""{"tag":"strong","attributes":{},"elements":[{"text":"asamblea","tag":"#text"}]}""", paragraph[1].GetRawText());
        Assert.Equal(" &amp; ", paragraph[2].Text("text"));
    }

    [Fact]
    public async Task a_link_to_content_has_a_route_in_place_of_an_address()
    {
        var body = await BodyAsync();

        var link = body.GetProperty("elements")[0].GetProperty("elements")[3];

        var attributes = link.GetProperty("attributes");

        Assert.False(attributes.TryGetProperty("href", out _));
        Assert.Equal("/practicas/asamblea-de-la-milpa/", attributes.GetProperty("route").Text("path"));
        Assert.Equal("?pagina=2#fin", attributes.GetProperty("route").Text("queryString"));
        Assert.Equal("Ver", attributes.Text("title"));
    }

    [Fact]
    public async Task a_block_element_carries_its_key_without_the_data_prefix()
    {
        var body = await BodyAsync();

        var block = body.GetProperty("elements").EnumerateArray().Last();

        Assert.Equal(AnItem.KeyOf("rich-callout"), block.GetProperty("attributes").GetProperty("content-id").GetGuid());
    }

    [Fact]
    public async Task what_an_author_adds_to_a_link_does_not_stand_beside_what_the_api_says_of_it()
    {
        const string Added = "data-route=\"x\" data-href=\"https://example.org/\" data-src=\"/x\" data-destination-id=\"x\" data-link-type=\"Media\" data-start-item-path=\"x\" data-note=\"ajeno\"";
        var links = string.Concat(new[] { "asamblea", "draft" }.Select(handle => $"<a type=\"document\" href=\"/{{localLink:{AnItem.KeyOf(handle):d}}}\" {Added}>a</a>"));
        var image = $"<img data-udi=\"{Stored.Media("map")}\" src=\"/x.svg\" data-src=\"/y.svg\">";
        await village.ImportAsync(new AnItem("added", "page", "paginas").Named("Añadidos", Village.Spanish).With("body", $"<p>{links}{image}</p>", Village.Spanish));

        var elements = (await village.Site.ItemAsync("added")).Property("body").GetProperty("elements")[0].GetProperty("elements");

        Assert.Equal(["route", "note"], elements[0].GetProperty("attributes").Members());
        Assert.Equal(["note"], elements[1].GetProperty("attributes").Members());
        Assert.Equal(["src"], elements[2].GetProperty("attributes").Members());
    }

    [Fact]
    public async Task a_text_of_however_many_elements_leaves_the_properties_behind_it_in_their_place()
    {
        var body = string.Concat(Enumerable.Repeat("<br>", 70_000));
        await village.ImportAsync(new AnItem("long", "page", "paginas").Named("Larga", Village.Spanish).With("body", $"<p>{body}fin</p>", Village.Spanish).With("tags", Stored.List("agua")));

        var whole = await village.Site.ItemAsync("long");
        var expanded = await village.Site.ItemAsync("long", "?expand=properties[$all]");

        Assert.Equal(whole.GetRawText(), expanded.GetRawText());
        foreach (var alias in whole.PropertyNames())
        {
            Assert.Equal(whole.Property(alias).GetRawText(), (await village.Site.ItemAsync("long", $"?fields=properties[{alias}]")).Property(alias).GetRawText());
        }
    }

    [Fact]
    public async Task rich_text_that_is_empty_is_null() =>
        Assert.Equal(JsonValueKind.Null, (await village.Site.ItemAsync("segunda")).Property("body").ValueKind);

    private async Task<JsonElement> BodyAsync() => (await village.Site.ItemAsync("acerca")).Property("body");
}
