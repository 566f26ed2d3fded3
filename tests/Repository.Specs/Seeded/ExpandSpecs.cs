using System.Net;
using System.Text.Json;

namespace Repository.Specs.Seeded;

public sealed class ExpandSpecs(SeededSite seeded)
{
    private const string Practice = "/content/item/practicas/copuda-siembra-de-agua";

    private readonly Api _api = seeded.Api;

    [Fact]
    public async Task expanding_a_picker_fills_its_items_one_level_deep()
    {
        var municipality = (await _api.GetAsync($"{Practice}?expand=properties[municipalities]")).Json.Property("municipalities")[0];

        Assert.Equal("20103", municipality.Property("officialKey").GetString());
        Assert.Equal("Valles Centrales", municipality.Property("region")[0].Name());
        Assert.Empty(municipality.Property("region")[0].GetProperty("properties").Members());
    }

    [Fact]
    public async Task nested_brackets_expand_deeper()
    {
        var region = (await _api.GetAsync($"{Practice}?expand=properties[municipalities[properties[region]],region]")).Json.Property("municipalities")[0].Property("region")[0];

        Assert.Equal("centralValleys", region.Property("key").GetString());
    }

    [Fact]
    public async Task pickers_inside_blocks_are_expanded_through_the_block()
    {
        const string Sheet = "/content/item/practicas/sigue-el-dinero-uniformes";

        var shallow = (await _api.GetAsync(Sheet)).Json.Property("actorRoles").GetProperty("items").EnumerateArray().First(HasActor);
        var deep = (await _api.GetAsync($"{Sheet}?expand=properties[actorRoles[properties[actor]]]")).Json.Property("actorRoles").GetProperty("items").EnumerateArray().First(HasActor);

        Assert.Empty(Actor(shallow).GetProperty("properties").Members());
        Assert.NotEmpty(Actor(deep).GetProperty("properties").Members());

        static bool HasActor(JsonElement block) => block.GetProperty("content").Property("actor").ValueKind == JsonValueKind.Array && Actor(block).ValueKind == JsonValueKind.Object;
        static JsonElement Actor(JsonElement block) => block.GetProperty("content").Property("actor")[0];
    }

    [Fact]
    public async Task all_expands_everything_at_its_level()
    {
        var practice = (await _api.GetAsync($"{Practice}?expand=properties[$all]")).Json;

        Assert.NotEmpty(practice.Property("themes")[0].GetProperty("properties").Members());
        Assert.NotEmpty(practice.Property("sheetKind").GetProperty("properties").Members());
        Assert.Empty(practice.Property("municipalities")[0].Property("region")[0].GetProperty("properties").Members());
    }

    [Fact]
    public async Task fields_limits_what_is_printed_at_each_level()
    {
        var practice = (await _api.GetAsync($"{Practice}?fields=properties[summary,municipalities[properties[officialKey]]]&expand=properties[municipalities]")).Json;

        Assert.Equal(["municipalities", "summary"], practice.GetProperty("properties").Members().Order(StringComparer.Ordinal));
        Assert.Equal(["officialKey"], practice.Property("municipalities")[0].GetProperty("properties").Members());
        Assert.Equal(["contentType", "name", "createDate", "updateDate", "route", "id", "properties", "cultures"], practice.Members());
    }

    [Fact]
    public async Task fields_reach_into_blocks()
    {
        var sources = (await _api.GetAsync($"{Practice}?fields=properties[sources[properties[title]]]")).Json.Property("sources").GetProperty("items");

        Assert.All(sources.EnumerateArray(), block => Assert.Equal(["title"], block.GetProperty("content").GetProperty("properties").Members()));
    }

    [Theory]
    [InlineData("fields=", 0)]
    [InlineData("fields=properties[nada]", 0)]
    [InlineData("fields=properties[summary,nada]", 1)]
    [InlineData("fields=properties[Summary]", 0)]
    [InlineData("fields=properties[summary]&fields=properties[kind]", 1)]
    public async Task unknown_fields_are_passed_over(string query, int expected)
    {
        var practice = (await _api.GetAsync($"{Practice}?{query}")).Json;

        Assert.Equal(expected, practice.GetProperty("properties").Members().Length);
    }

    [Theory]
    [InlineData("fields=$all")]
    [InlineData("fields=properties[$all]")]
    [InlineData("expand=")]
    [InlineData("expand=all")]
    [InlineData("expand=property:municipalities")]
    [InlineData("expand=properties")]
    public async Task what_asks_for_nothing_else_gives_the_plain_item(string query) =>
        Assert.Equal((await _api.GetAsync(Practice)).Text, (await _api.GetAsync($"{Practice}?{query}")).Text);

    [Theory]
    [InlineData("expand", "properties[")]
    [InlineData("expand", "properties[a")]
    [InlineData("expand", "properties[a]]")]
    [InlineData("expand", "[a]")]
    [InlineData("expand", "properties[]")]
    [InlineData("expand", "properties[a[]]")]
    [InlineData("fields", "properties[a")]
    [InlineData("fields", "]")]
    public async Task malformed_brackets_are_refused(string parameter, string text)
    {
        foreach (var address in (string[])[Practice, "/content", "/content/items", "/media/items", "/media?fetch=children:/"])
        {
            var reply = await _api.GetAsync($"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{parameter}={text}");

            Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
            Assert.Equal("application/problem+json", reply.MediaType);
            Assert.Equal($"Invalid {parameter} option", reply.Json.Text("title"));
            Assert.Equal("Error", reply.Json.Text("type"));
        }
    }

    [Theory]
    [InlineData(15, HttpStatusCode.OK)]
    [InlineData(40, HttpStatusCode.BadRequest)]
    [InlineData(400, HttpStatusCode.BadRequest)]
    public async Task nesting_has_an_end(int levels, HttpStatusCode expected)
    {
        var text = string.Concat(Enumerable.Repeat("properties[related[", levels / 2)) + "properties[related]" + string.Concat(Enumerable.Repeat("]]", levels / 2));

        Assert.Equal(expected, (await _api.GetAsync($"/content/item/glosario/tequio?expand={text}")).Status);
    }

    [Fact]
    public async Task a_circle_of_pickers_is_bounded_by_what_was_asked_for()
    {
        var term = (await _api.GetAsync("/content/item/glosario/transparencia?expand=properties[related[properties[related[properties[related]]]]]")).Json;

        var third = term.Property("related")[0].Property("related")[0].Property("related");
        Assert.NotEmpty(third[0].GetProperty("properties").Members());
        Assert.Empty(third[0].Property("related")[0].GetProperty("properties").Members());
    }

    [Fact]
    public async Task lists_and_media_take_expand_and_fields_too()
    {
        var list = await _api.ItemsAsync("?filter=contentType:practice&take=20&expand=properties[municipalities]&fields=properties[municipalities[properties[population]]]");
        var media = (await _api.GetAsync("/media?fetch=children:/graficos/&fields=properties[altText]&expand=properties[language]")).Json;

        Assert.Contains(list, item => item.Property("municipalities") is { ValueKind: JsonValueKind.Array } picked && picked.GetArrayLength() > 0 && picked[0].Property("population").GetInt32() > 0);
        Assert.All(media.GetProperty("items").EnumerateArray(), item => Assert.Equal(["altText"], item.GetProperty("properties").Members()));
    }
}
