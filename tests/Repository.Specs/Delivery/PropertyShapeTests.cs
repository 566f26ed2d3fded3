using System.Text.Json;

namespace Repository.Specs.Delivery;

/// <summary>Links, blocks, grids and rich text on the wire: contract, section 11.</summary>
public sealed class PropertyShapeTests(VillageSite village)
{
    private static readonly string[] Link = ["url", "queryString", "title", "target", "destinationId", "destinationType", "route", "linkType", "culture"];
    private static readonly string[] Element = ["contentType", "id", "properties"];

    private TestSite Site => village.Site;

    [Fact]
    public async Task links_to_content_to_media_and_elsewhere_have_the_same_nine_members()
    {
        var practice = await Site.ItemAsync("tequio");

        var links = practice.Property("relatedLinks").EnumerateArray().ToArray();

        Assert.All(links, link => Assert.Equal(Link, link.Members()));
        Assert.Equal(["Content", "Media", "External"], links.Select(link => link.Text("linkType")));
    }

    [Fact]
    public async Task a_link_to_content_has_a_route_and_the_name_of_what_it_leads_to()
    {
        var practice = await Site.ItemAsync("tequio");

        var link = practice.Property("relatedLinks")[0];

        Assert.Equal(JsonValueKind.Null, link.GetProperty("url").ValueKind);
        Assert.Equal("?a=b&c=d", link.Text("queryString"));
        Assert.Equal("Asamblea de la milpa", link.Text("title"));
        Assert.Equal(AnItem.KeyOf("asamblea"), link.GetProperty("destinationId").GetGuid());
        Assert.Equal("practice", link.Text("destinationType"));
        Assert.Equal("/practicas/asamblea-de-la-milpa/", link.Path());
        Assert.Equal("?a=b&c=d", link.GetProperty("route").Text("queryString"));
    }

    [Fact]
    public async Task a_link_to_media_has_an_address_and_one_to_elsewhere_nothing_but_its_address()
    {
        var practice = await Site.ItemAsync("tequio");

        var media = practice.Property("relatedLinks")[1];
        var elsewhere = practice.Property("relatedLinks")[2];

        Assert.Equal("/media/aaaa0002/mapa.svg", media.Text("url"));
        Assert.Equal(JsonValueKind.Null, media.GetProperty("route").ValueKind);
        Assert.Equal("_blank", media.Text("target"));
        Assert.Equal("El mapa", media.Text("title"));
        Assert.Equal(AnItem.KeyOf("map"), media.GetProperty("destinationId").GetGuid());
        Assert.Equal("https://example.org/á", elsewhere.Text("url"));
        Assert.Equal("#ancla", elsewhere.Text("queryString"));
        Assert.Equal(JsonValueKind.Null, elsewhere.GetProperty("destinationId").ValueKind);
        Assert.Equal(JsonValueKind.Null, elsewhere.GetProperty("destinationType").ValueKind);
    }

    [Fact]
    public async Task a_block_list_holds_the_exposed_blocks_in_their_order_with_settings_or_null()
    {
        var page = await Site.ItemAsync("acerca");

        var blocks = page.Property("sections").GetProperty("items").EnumerateArray().ToArray();

        Assert.Equal(["items"], page.Property("sections").Members());
        Assert.All(blocks, block => Assert.Equal(["content", "settings"], block.Members()));
        Assert.All(blocks, block => Assert.Equal(Element, block.GetProperty("content").Members()));
        Assert.Equal(["textSection", "linkList"], blocks.Select(block => block.GetProperty("content").Text("contentType")));
        Assert.Equal(Element, blocks[0].GetProperty("settings").Members());
        Assert.Equal("""{"anchor":"acuerdos","background":{"value":"f6efe3","label":"Arena"},"width":"Ancho"}""", Sorted(blocks[0].GetProperty("settings").GetProperty("properties")));
        Assert.Equal(JsonValueKind.Null, blocks[1].GetProperty("settings").ValueKind);
    }

    [Fact]
    public async Task blocks_inside_the_rich_text_of_a_block_are_there_with_what_they_hold()
    {
        var page = await Site.ItemAsync("acerca");

        var body = page.Property("sections").GetProperty("items")[0].GetProperty("content").Property("body");

        Assert.Equal(["markup", "blocks"], body.Members());
        var inner = Assert.Single(body.GetProperty("blocks").EnumerateArray()).GetProperty("content");
        Assert.Equal("mediaBlock", inner.Text("contentType"));
        Assert.Equal("Asamblea Paso a Paso", inner.Property("media")[0].Text("name"));
    }

    [Fact]
    public async Task a_grid_tells_columns_spans_and_areas()
    {
        var home = await Site.ItemAsync("home");

        var grid = home.Property("blocks");
        var block = Assert.Single(grid.GetProperty("items").EnumerateArray());
        var areas = block.GetProperty("areas").EnumerateArray().ToArray();

        Assert.Equal(["gridColumns", "items"], grid.Members());
        Assert.Equal(12, grid.GetProperty("gridColumns").GetInt32());
        Assert.Equal(["areaGridColumns", "areas", "columnSpan", "content", "rowSpan", "settings"], block.Members().Order(StringComparer.Ordinal));
        Assert.All(areas, area => Assert.Equal(["alias", "rowSpan", "columnSpan", "items"], area.Members()));
        Assert.Equal(["left", "right"], areas.Select(area => area.Text("alias")));
        Assert.Equal("[]", areas[1].GetProperty("items").GetRawText());
        var inner = Assert.Single(areas[0].GetProperty("items").EnumerateArray());
        Assert.Equal(6, inner.GetProperty("columnSpan").GetInt32());
        Assert.Equal(["Tequio para el camino de saca", "Cartel del tequio"], inner.GetProperty("content").Property("items").EnumerateArray().Select(item => item.Text("name")));
    }

    [Fact]
    public async Task the_links_of_rich_text_lead_to_routes_and_media_and_a_broken_one_leads_nowhere()
    {
        var page = await Site.ItemAsync("acerca");

        var markup = page.Property("body").Text("markup");

        Assert.Contains(
            $"""<a title="Ver" href="/practicas/asamblea-de-la-milpa/?pagina=2#fin" data-start-item-path="inicio" data-start-item-id="{AnItem.KeyOf("home")}" data-destination-id="{AnItem.KeyOf("asamblea")}" data-destination-type="practice" data-link-type="Content">la milpa</a>""",
            markup, StringComparison.Ordinal);
        Assert.Contains($"""<a href="/media/aaaa0002/mapa.svg" data-destination-id="{AnItem.KeyOf("map")}" data-destination-type="umbracoMediaVectorGraphics" data-link-type="Media">mapa</a>""", markup, StringComparison.Ordinal);
        Assert.Contains("<a>roto</a>", markup, StringComparison.Ordinal);
        Assert.Contains("""<img alt="Mapa" src="/media/aaaa0002/mapa.svg?width=300">""", markup, StringComparison.Ordinal);
        Assert.DoesNotContain("localLink", markup, StringComparison.Ordinal);
        Assert.DoesNotContain("data-udi", markup, StringComparison.Ordinal);
        Assert.Contains("<strong>asamblea</strong> &amp; <a", markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task rich_text_marks_the_place_of_a_block_whose_data_stands_beside_the_markup()
    {
        var page = await Site.ItemAsync("acerca");

        var body = page.Property("body");

        Assert.Contains($"""<umb-rte-block data-content-id="{AnItem.KeyOf("rich-callout")}"></umb-rte-block>""", body.Text("markup"), StringComparison.Ordinal);
        var block = Assert.Single(body.GetProperty("blocks").EnumerateArray());
        Assert.Equal(AnItem.KeyOf("rich-callout"), block.GetProperty("content").Key());
        Assert.Equal("Aviso en el texto.", block.GetProperty("content").Property("text").GetString());
    }

    private static string Sorted(JsonElement properties) =>
        $"{{{string.Join(',', properties.EnumerateObject().OrderBy(property => property.Name, StringComparer.Ordinal).Select(property => $"\"{property.Name}\":{property.Value.GetRawText()}"))}}}";
}
