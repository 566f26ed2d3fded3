using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Repository.Specs.Seeded;

public sealed partial class ShapeSpecs(SeededSite seeded)
{
    private readonly Api _api = seeded.Api;

    private static readonly string[] ItemMembers = ["contentType", "name", "createDate", "updateDate", "route", "id", "properties", "cultures"];

    [Fact]
    public async Task an_item_has_its_members_in_umbracos_order()
    {
        var item = (await _api.GetAsync("/content/item/practicas/tequio")).Json;

        Assert.Equal(ItemMembers, item.Members());
        Assert.Equal(["path", "queryString", "startItem"], item.GetProperty("route").Members());
        Assert.Equal(["id", "path"], item.GetProperty("route").GetProperty("startItem").Members());
        Assert.Equal(JsonValueKind.Null, item.GetProperty("route").GetProperty("queryString").ValueKind);
        Assert.Equal("inicio", item.GetProperty("route").GetProperty("startItem").Text("path"));
        Assert.Equal(["en", "es-MX"], item.GetProperty("cultures").Members().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task a_list_is_a_total_and_items_and_items_by_id_are_a_bare_array()
    {
        var list = (await _api.GetAsync("/content?take=1")).Json;
        var array = (await _api.GetAsync($"/content/items?id={list.GetProperty("items")[0].Id()}")).Json;

        Assert.Equal(["total", "items"], list.Members());
        Assert.Equal(JsonValueKind.Array, array.ValueKind);
    }

    [Fact]
    public async Task every_item_is_whole_and_its_properties_stand_in_the_order_of_its_type()
    {
        var items = await _api.ItemsAsync("?take=100000");

        Assert.All(items, item =>
        {
            Assert.Equal(ItemMembers, item.Members());
            Assert.Matches(Instant(), item.Text("createDate"));
            Assert.Matches(Instant(), item.Text("updateDate"));
            Assert.Matches("^/([^/]+/)*$", item.Path());
            Assert.True(Guid.TryParseExact(item.Id(), "D", out _));
        });
        Assert.All(items.GroupBy(item => item.Type()), same => Assert.Single(same.Select(item => string.Join(',', item.GetProperty("properties").Members())).Distinct()));
    }

    [Fact]
    public async Task a_picked_item_is_a_head_with_no_properties_and_no_cultures()
    {
        var practice = (await _api.GetAsync("/content/item/practicas/copuda-siembra-de-agua")).Json;

        var municipality = practice.Property("municipalities")[0];

        Assert.Equal(["contentType", "name", "createDate", "updateDate", "route", "id", "properties"], municipality.Members());
        Assert.Empty(municipality.GetProperty("properties").Members());
    }

    [Fact]
    public async Task a_media_item_has_its_members_in_umbracos_order()
    {
        var reply = await _api.GetAsync("/media/item/datos%20abiertos/municipios%20de%20oaxaca/");

        Assert.Equal(
            ["path", "createDate", "updateDate", "id", "name", "mediaType", "url", "extension", "width", "height", "bytes", "properties", "focalPoint", "crops"],
            reply.Json.Members());
        Assert.Equal("/datos abiertos/municipios de oaxaca/", reply.Json.Text("path"));
        Assert.Equal("csv", reply.Json.Text("extension"));
        Assert.True(reply.Json.GetProperty("bytes").GetInt64() > 10_000);
        Assert.DoesNotContain(reply.Json.GetProperty("properties").Members(), alias => alias.StartsWith("umbraco", StringComparison.Ordinal));
        Assert.Equal(JsonValueKind.Null, reply.Json.GetProperty("width").ValueKind);
    }

    [Fact]
    public async Task a_folder_has_an_empty_url_and_no_sizes()
    {
        var folder = (await _api.GetAsync("/media/item/datos%20abiertos")).Json;

        Assert.Equal("", folder.Text("url"));
        Assert.Equal(JsonValueKind.Null, folder.GetProperty("bytes").ValueKind);
        Assert.Equal(JsonValueKind.Null, folder.GetProperty("extension").ValueKind);
    }

    [Fact]
    public async Task a_picked_media_item_leads_with_focal_point_and_crops()
    {
        var home = (await _api.GetAsync("/content/item/")).Json;

        var image = home.Property("blocks").GetProperty("items")[0].GetProperty("content").Property("image")[0];

        Assert.Equal(["focalPoint", "crops", "id", "name", "mediaType", "url", "extension", "width", "height", "bytes", "properties"], image.Members());
        Assert.Equal(0.68, image.GetProperty("focalPoint").GetProperty("left").GetDouble());
        Assert.Equal(["alias", "width", "height", "coordinates"], image.GetProperty("crops")[0].Members());
    }

    [Fact]
    public async Task the_three_kinds_of_link_look_as_umbraco_prints_them()
    {
        var page = (await _api.GetAsync("/content/item/acerca/que-es-este-repositorio")).Json;

        var links = page.Property("relatedLinks").EnumerateArray().ToList();

        Assert.All(links, link => Assert.Equal(["url", "queryString", "title", "target", "destinationId", "destinationType", "route", "linkType", "culture"], link.Members()));
        Assert.Equal(["Content", "Media", "External"], links.Select(link => link.Text("linkType")));
        Assert.Equal("/practicas/", links[0].Path());
        Assert.Equal("Prácticas", links[0].Text("title"));
        Assert.Equal(JsonValueKind.Null, links[0].GetProperty("url").ValueKind);
        Assert.StartsWith("/media/", links[1].Text("url"));
        Assert.Equal("umbracoMediaArticle", links[1].Text("destinationType"));
        Assert.Equal(JsonValueKind.Null, links[2].GetProperty("destinationId").ValueKind);
    }

    [Fact]
    public async Task a_grid_has_columns_spans_areas_content_and_settings()
    {
        var grid = (await _api.GetAsync("/content/item/")).Json.Property("blocks");

        Assert.Equal(["gridColumns", "items"], grid.Members());
        var items = grid.GetProperty("items").EnumerateArray().ToList();
        Assert.All(items, item => Assert.Equal(["rowSpan", "columnSpan", "areaGridColumns", "areas", "content", "settings"], item.Members()));
        Assert.Equal(["contentType", "id", "properties"], items[0].GetProperty("content").Members());
        Assert.Equal("Arena", items[0].GetProperty("settings").Property("background").Text("label"));
        var areas = items[^1].GetProperty("areas").EnumerateArray().ToList();
        Assert.Equal(["alias", "rowSpan", "columnSpan", "items"], areas[0].Members());
        Assert.Equal(["left", "right"], areas.Select(area => area.Text("alias")));
        Assert.Equal("linkList", areas[0].GetProperty("items")[0].GetProperty("content").Type());
    }

    [Fact]
    public async Task rich_text_is_markup_with_real_links_and_blocks()
    {
        var news = (await _api.GetAsync("/content/item/noticias/el-repositorio-abre-con-treinta-fichas-documentales")).Json;

        var body = news.Property("body");

        Assert.Equal(["markup", "blocks"], body.Members());
        var markup = body.Text("markup");
        Assert.Contains("href=\"/practicas/\"", markup, StringComparison.Ordinal);
        Assert.Contains("data-start-item-path=\"inicio\"", markup, StringComparison.Ordinal);
        Assert.Contains("data-link-type=\"Content\"", markup, StringComparison.Ordinal);
        Assert.Contains("<umb-rte-block data-content-id=\"", markup, StringComparison.Ordinal);
        Assert.DoesNotContain("localLink", markup, StringComparison.Ordinal);
        Assert.DoesNotContain("type=\"document\"", markup, StringComparison.Ordinal);
        Assert.Equal("mediaBlock", body.GetProperty("blocks")[0].GetProperty("content").Type());
    }

    [Fact]
    public async Task rich_text_as_a_tree_when_the_configuration_says_so()
    {
        await using var site = await TestSite.StartAsync("Delivery:RichTextOutputAsJson=true");

        var body = (await new Api(site.Client).GetAsync("/content/item/noticias/el-repositorio-abre-con-treinta-fichas-documentales")).Json.Property("body");

        Assert.Equal(["tag", "attributes", "elements", "blocks"], body.Members());
        Assert.Equal("#root", body.Text("tag"));
        var paragraph = body.GetProperty("elements")[0];
        Assert.Equal(["tag", "attributes", "elements"], paragraph.Members());
        Assert.Equal(["text", "tag"], paragraph.GetProperty("elements")[0].Members());
        var link = paragraph.GetProperty("elements").EnumerateArray().First(element => element.Text("tag") == "a");
        Assert.Equal("/practicas/", link.GetProperty("attributes").Path());
        Assert.False(link.GetProperty("attributes").TryGetProperty("href", out _));
        Assert.Contains(body.GetProperty("elements").EnumerateArray(), element => element.GetProperty("attributes").TryGetProperty("content-id", out _));
    }

    [Theory]
    [InlineData("/content/item/convocatorias/transparencia-proactiva-2022", "closingDate", "\"2022-07-31\"")]
    [InlineData("/content/item/convocatorias/transparencia-proactiva-2022", "closesAt", "\"2022-07-31T23:59:00-05:00\"")]
    [InlineData("/content/item/convocatorias/transparencia-proactiva-2022", "awardDate", "\"2022-09\"")]
    [InlineData("/content/item/convocatorias/transparencia-proactiva-2022", "validityMonths", "12")]
    [InlineData("/content/item/convocatorias/transparencia-proactiva-2022", "opensAt", "null")]
    [InlineData("/content/item/convocatorias/transparencia-proactiva-2022", "contactEmail", "\"gobiernoabierto@ogaipoaxaca.org.mx\"")]
    [InlineData("/content/item/noticias/ejemplo-como-se-anuncia-una-reunion", "eventTime", "\"17:00:00\"")]
    [InlineData("/content/item/noticias/ejemplo-como-se-anuncia-una-reunion", "publishedOn", "\"2026-01-15T09:30:00\"")]
    [InlineData("/content/item/noticias/ejemplo-como-se-anuncia-una-reunion", "tags", "[\"ejemplo\"]")]
    [InlineData("/content/item/noticias/ejemplo-como-se-anuncia-una-reunion", "image", "null")]
    [InlineData("/content/item/municipios/abejones", "population", "841")]
    [InlineData("/content/item/municipios/abejones", "location", "{\"lat\":17.435752,\"lon\":-96.608174,\"precision\":\"municipality\"}")]
    [InlineData("/content/item/datos/gto-consulta-2018-08", "formats", "[\"CSV\"]")]
    [InlineData("/content/item/datos/gto-consulta-2018-08", "questionType", "\"Una opción\"")]
    [InlineData("/content/item/acerca/que-es-este-repositorio", "readingTime", "\"PT1M\"")]
    [InlineData("/content/item/vocabularios/principios/transparencia", "isCore", "true")]
    [InlineData("/content/item/vocabularios/principios/transparencia", "colour", "null")]
    [InlineData("/content/item/planes/pal-oax-2018/compromiso-1/a1", "dueDate", "{\"literal\":\"Febrero 2018\",\"from\":\"2018-02-01\",\"to\":\"2018-02-28\",\"kind\":\"month\"}")]
    public async Task a_value_is_printed_as_its_editor_promises(string address, string alias, string expected)
    {
        var item = (await _api.GetAsync(address)).Json;

        Assert.Equal(expected, item.Property(alias).GetRawText());
    }

    [Fact]
    public async Task letters_stand_as_themselves_and_answers_are_json_in_utf8()
    {
        var reply = await _api.GetAsync("/content/item/practicas");

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.Equal("application/json; charset=utf-8", reply.Header("Content-Type"));
        Assert.Contains("Prácticas", reply.Text, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,7})?Z$")]
    private static partial Regex Instant();
}
