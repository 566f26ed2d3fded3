using System.Text.Json;
using System.Text.RegularExpressions;

namespace Repository.Specs.Delivery;

/// <summary>What a content item looks like on the wire: contract, section 4.</summary>
public sealed partial class ContentShapeTests(VillageSite village)
{
    private static readonly string[] Response = ["contentType", "name", "createDate", "updateDate", "route", "id", "properties", "cultures"];

    private TestSite Site => village.Site;

    [Fact]
    public async Task an_item_has_umbracos_members_in_umbracos_order()
    {
        var item = await Site.ItemAsync("tequio");

        Assert.Equal(Response, item.Members());
        Assert.Equal("practice", item.Text("contentType"));
        Assert.Equal(["path", "queryString", "startItem"], item.GetProperty("route").Members());
        Assert.Equal(["id", "path"], item.GetProperty("route").GetProperty("startItem").Members());
    }

    [Fact]
    public async Task a_list_is_a_total_and_the_items_and_several_by_key_are_a_bare_array()
    {
        var list = await Site.JsonAsync("content?take=2");
        var several = await Site.JsonAsync($"content/items?id={AnItem.KeyOf("tequio")}&id={AnItem.KeyOf("home")}");

        Assert.Equal(["total", "items"], list.Members());
        Assert.Equal(2, list.GetProperty("items").GetArrayLength());
        Assert.Equal(JsonValueKind.Array, several.ValueKind);
        Assert.All(several.EnumerateArray().Concat(list.GetProperty("items").EnumerateArray()), item => Assert.Equal(Response, item.Members()));
    }

    [Fact]
    public async Task a_route_says_the_path_and_the_root_it_starts_from()
    {
        var item = await Site.ItemAsync("tequio");

        var route = item.GetProperty("route");

        Assert.Equal("/practicas/tequio-para-el-camino-de-saca/", route.Text("path"));
        Assert.Equal(JsonValueKind.Null, route.GetProperty("queryString").ValueKind);
        Assert.Equal(AnItem.KeyOf("home"), route.GetProperty("startItem").Key());
        Assert.Equal("inicio", route.GetProperty("startItem").Text("path"));
    }

    [Fact]
    public async Task every_language_an_item_is_public_in_stands_among_its_cultures()
    {
        var both = await Site.ItemAsync("tequio");
        var spanish = await Site.ItemAsync("asamblea");
        var invariant = await Site.ItemAsync("replica");

        Assert.Equal(["en", "es-MX"], both.GetProperty("cultures").Members().Order(StringComparer.Ordinal));
        Assert.Equal("/en/practices/communal-work-for-the-road/", both.GetProperty("cultures").GetProperty("en").Text("path"));
        Assert.Equal("home", both.GetProperty("cultures").GetProperty("en").GetProperty("startItem").Text("path"));
        Assert.Equal(["es-MX"], spanish.GetProperty("cultures").Members());
        Assert.Equal("{}", invariant.GetProperty("cultures").GetRawText());
    }

    [Fact]
    public async Task system_dates_end_in_z_and_dates_that_were_picked_do_not()
    {
        var practice = await Site.ItemAsync("tequio");
        var news = await Site.ItemAsync("noticia");

        Assert.Equal("2026-02-03T15:04:05Z", practice.Text("createDate"));
        Assert.Matches(UtcDate(), practice.Text("updateDate"));
        Assert.Equal("2026-05-11T09:30:00", news.Property("publishedOn").GetString());
        Assert.Equal("2026-05-12", news.Property("eventDate").GetString());
        Assert.Equal("09:30:00", news.Property("eventTime").GetString());
    }

    [Fact]
    public async Task letters_are_written_as_themselves()
    {
        var answer = await Site.GetAsync($"content/item/{AnItem.KeyOf("nandu")}");

        Assert.Contains("\"name\":\"Ñandú, árbol & «cañada» <br>\"", answer.Text, StringComparison.Ordinal);
        Assert.Equal("application/json; charset=utf-8", answer.Header("Content-Type"));
    }

    [Fact]
    public async Task what_is_empty_is_printed_as_null()
    {
        var empty = await Site.ItemAsync("faena");
        var filled = await Site.ItemAsync("tequio");

        Assert.Equal(filled.PropertyNames(), empty.PropertyNames());
        Assert.Equal(JsonValueKind.Null, empty.Property("coverImage").ValueKind);
        Assert.Equal(JsonValueKind.Null, empty.Property("costs").ValueKind);
        Assert.Equal(JsonValueKind.Null, empty.Property("relatedLinks").ValueKind);
        Assert.Equal(JsonValueKind.Null, empty.Property("year").ValueKind);
        Assert.Equal(JsonValueKind.Null, empty.Property("validatedByCommunity").ValueKind);
    }

    [Fact]
    public async Task plain_values_have_the_types_of_their_editors()
    {
        var practice = await Site.ItemAsync("tequio");
        var piece = await Site.ItemAsync("cartel");
        var page = await Site.ItemAsync("acerca");

        Assert.Equal("12.5", practice.Property("adoptionPercent").GetRawText());
        Assert.Equal("64", practice.Property("adoptionHouseholds").GetRawText());
        Assert.Equal("3", practice.Property("complexity").GetRawText());
        Assert.Equal("true", practice.Property("validatedByCommunity").GetRawText());
        Assert.Equal("""{"minimum":12,"maximum":60}""", piece.Property("audienceAge").GetRawText());
        Assert.Equal("""["Texto alternativo","Lectura fácil"]""", piece.Property("accessibilityFeatures").GetRawText());
        Assert.Equal("""["agua","tequio"]""", page.Property("tags").GetRawText());
    }

    [Fact]
    public async Task a_picked_item_is_a_head_without_cultures()
    {
        var practice = await Site.ItemAsync("tequio");

        var picked = practice.Property("municipalities").EnumerateArray().ToArray();

        Assert.Equal(["San Pablo Ejemplo", "Santa María Cañada"], picked.Select(item => item.Text("name")));
        Assert.Equal(Response[..^1], picked[0].Members());
        Assert.Equal("{}", picked[0].GetProperty("properties").GetRawText());
        Assert.Equal("documentary", AliasOf(practice.Property("sheetKind")));

        string AliasOf(JsonElement term) => term.Key() == AnItem.KeyOf("documentary") ? "documentary" : term.GetRawText();
    }

    [Fact]
    public async Task a_picked_item_that_is_not_public_is_left_out()
    {
        var home = await Site.ItemAsync("home");

        Assert.Equal(["Tequio para el camino de saca", "Asamblea de la milpa"], home.Property("featured").EnumerateArray().Select(item => item.Text("name")));
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,7})?Z$")]
    private static partial Regex UtcDate();
}
