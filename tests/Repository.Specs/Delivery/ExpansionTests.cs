using System.Net;
using System.Text.Json;

namespace Repository.Specs.Delivery;

/// <summary>Which picked items show their properties, and which properties are shown at all: contract, section 5.</summary>
public sealed class ExpansionTests(VillageSite village)
{
    private TestSite Site => village.Site;

    [Fact]
    public async Task an_expanded_item_shows_its_properties_and_what_it_picks_stays_closed()
    {
        var practice = await Site.ItemAsync("tequio", "?expand=properties[municipalities]");

        var municipality = practice.Property("municipalities")[0];

        Assert.Equal("20001", municipality.Property("officialKey").GetString());
        Assert.Equal("Valles Centrales", municipality.Property("region")[0].Text("name"));
        Assert.Equal("{}", municipality.Property("region")[0].GetProperty("properties").GetRawText());
        Assert.Equal("{}", practice.Property("themes")[0].GetProperty("properties").GetRawText());
        Assert.False(municipality.TryGetProperty("cultures", out _));
    }

    [Fact]
    public async Task expansion_goes_as_deep_as_it_is_written()
    {
        var practice = await Site.ItemAsync("tequio", "?expand=properties[materials[properties[practices[properties[municipalities[properties[region]]]]]],themes]");

        var again = practice.Property("materials")[0].Property("practices")[0];

        Assert.Equal(AnItem.KeyOf("tequio"), again.Key());
        Assert.Equal("valles", again.Property("municipalities")[0].Property("region")[0].Property("key").GetString());
        Assert.Equal("{}", again.Property("themes")[0].GetProperty("properties").GetRawText());
        Assert.Equal("water", practice.Property("themes")[0].Property("key").GetString());
    }

    [Fact]
    public async Task many_answers_at_the_same_time_are_what_each_is_by_itself()
    {
        string[] paths = ["content?expand=properties[$all]", "content", $"content/item/{AnItem.KeyOf("tequio")}?expand=$all", "content?fields=properties[themes,summary]", "content?fields="];
        var alone = new Dictionary<string, string>();
        foreach (var path in paths) alone[path] = (await Site.GetAsync(path)).Text;

        var together = await Task.WhenAll(Enumerable.Range(0, 200).Select(async number => (Path: paths[number % paths.Length], (await Site.GetAsync(paths[number % paths.Length])).Text)));

        Assert.All(together, answer => Assert.Equal(alone[answer.Path], answer.Text));
    }

    [Theory]
    [InlineData("properties[$all]")]
    [InlineData("$all")]
    public async Task everything_at_one_level_is_expanded_and_it_stops_there(string expand)
    {
        var practice = await Site.ItemAsync("tequio", $"?expand={expand}");

        Assert.Equal("water", practice.Property("themes")[0].Property("key").GetString());
        Assert.Equal("documentary", practice.Property("sheetKind").Property("key").GetString());
        Assert.Equal("Cinco viñetas", practice.Property("coverImage")[0].Property("altText").GetString());
        Assert.Equal("{}", practice.Property("municipalities")[0].Property("region")[0].GetProperty("properties").GetRawText());
    }

    [Fact]
    public async Task everything_may_be_expanded_further()
    {
        var practice = await Site.ItemAsync("tequio", "?expand=properties[$all[properties[$all]]]");

        Assert.Equal("valles", practice.Property("municipalities")[0].Property("region")[0].Property("key").GetString());
    }

    [Fact]
    public async Task what_a_block_picks_is_expanded_by_way_of_the_block()
    {
        var plain = await Site.ItemAsync("tequio", "?expand=properties[actorRoles]");
        var expanded = await Site.ItemAsync("tequio", "?expand=properties[actorRoles[properties[actor]]]");

        Assert.Equal("{}", Actor(plain).GetProperty("properties").GetRawText());
        Assert.Equal("Comité", Actor(expanded).Property("kind")[0].Text("name"));

        static JsonElement Actor(JsonElement practice) => practice.Property("actorRoles").GetProperty("items")[0].GetProperty("content").Property("actor")[0];
    }

    [Fact]
    public async Task what_a_grid_and_rich_text_in_a_block_pick_is_expanded_too()
    {
        var home = await Site.ItemAsync("home", "?expand=properties[blocks[properties[items[properties[themes]]]]]");
        var page = await Site.ItemAsync("acerca", "?expand=properties[sections[properties[body[properties[media]]]]]");

        var featured = home.Property("blocks").GetProperty("items")[0].GetProperty("areas")[0].GetProperty("items")[0].GetProperty("content").Property("items")[0];
        var media = page.Property("sections").GetProperty("items")[0].GetProperty("content").Property("body").GetProperty("blocks")[0].GetProperty("content").Property("media")[0];
        Assert.Equal("water", featured.Property("themes")[0].Property("key").GetString());
        Assert.Equal("Cinco viñetas", media.Property("altText").GetString());
    }

    [Fact]
    public async Task fields_leave_only_the_named_properties()
    {
        var practice = await Site.ItemAsync("tequio", "?fields=properties[year,municipalities,nothing]");

        Assert.Equal(["year", "municipalities"], practice.PropertyNames().OrderDescending());
        Assert.Equal(["contentType", "name", "createDate", "updateDate", "route", "id", "properties", "cultures"], practice.Members());
        Assert.NotEqual("{}", practice.GetProperty("cultures").GetRawText());
    }

    [Fact]
    public async Task a_named_property_is_printed_as_it_is_without_fields()
    {
        var whole = await Site.ItemAsync("acerca");

        foreach (var alias in whole.PropertyNames())
        {
            var one = await Site.ItemAsync("acerca", $"?fields=properties[{alias}]");

            Assert.Equal([alias], one.PropertyNames());
            Assert.Equal(whole.Property(alias).GetRawText(), one.Property(alias).GetRawText());
        }
    }

    [Fact]
    public async Task fields_of_a_picked_item_count_where_it_is_expanded()
    {
        var expanded = await Site.ItemAsync("tequio", "?expand=properties[municipalities]&fields=properties[municipalities[properties[officialKey]]]");
        var closed = await Site.ItemAsync("tequio", "?fields=properties[municipalities[properties[officialKey]]]");

        Assert.Equal(["officialKey"], expanded.Property("municipalities")[0].PropertyNames());
        Assert.Empty(closed.Property("municipalities")[0].PropertyNames());
    }

    [Fact]
    public async Task fields_of_blocks_count_always()
    {
        var practice = await Site.ItemAsync("tequio", "?fields=properties[actorRoles[properties[displayName]]]");
        var page = await Site.ItemAsync("acerca", "?fields=properties[sections[properties[heading,anchor,body[properties[caption]]]]]");
        var grid = await Site.ItemAsync("home", "?fields=properties[blocks[properties[items]]]");

        var role = practice.Property("actorRoles").GetProperty("items")[0].GetProperty("content");
        var section = page.Property("sections").GetProperty("items")[0];
        Assert.Equal(["displayName"], role.PropertyNames());
        Assert.Equal(["heading", "body"], section.GetProperty("content").PropertyNames().OrderDescending());
        Assert.Equal(["anchor"], section.GetProperty("settings").PropertyNames());
        Assert.Equal(["caption"], section.GetProperty("content").Property("body").GetProperty("blocks")[0].GetProperty("content").PropertyNames());
        Assert.Empty(grid.Property("blocks").GetProperty("items")[0].GetProperty("content").PropertyNames());
    }

    [Fact]
    public async Task expansion_and_fields_meet_inside_blocks()
    {
        var practice = await Site.ItemAsync("tequio", "?expand=properties[actorRoles[properties[actor]]]&fields=properties[actorRoles[properties[actor[properties[kind]]]]]");

        var actor = practice.Property("actorRoles").GetProperty("items")[0].GetProperty("content").Property("actor")[0];

        Assert.Equal(["kind"], actor.PropertyNames());
        Assert.Equal("Comité", actor.Property("kind")[0].Text("name"));
    }

    [Theory]
    [InlineData("fields=$all")]
    [InlineData("fields=properties[$all]")]
    [InlineData("expand=")]
    [InlineData("expand=all")]
    [InlineData("expand=property:municipalities,themes")]
    [InlineData("expand=properties")]
    [InlineData("expand=nothing[municipalities]")]
    [InlineData("expand=properties[Municipalities]")]
    [InlineData("expand=properties[nothing[properties[x]]]")]
    public async Task what_selects_nothing_in_particular_changes_nothing(string query) =>
        Assert.Equal((await Site.ItemAsync("tequio")).GetRawText(), (await Site.ItemAsync("tequio", $"?{query}")).GetRawText());

    [Theory]
    [InlineData("fields=")]
    [InlineData("fields")]
    [InlineData("fields=properties[nothing]")]
    [InlineData("fields=all")]
    public async Task fields_that_name_no_property_leave_none(string query) =>
        Assert.Equal("{}", (await Site.ItemAsync("tequio", $"?{query}")).GetProperty("properties").GetRawText());

    [Theory]
    [InlineData("expand=properties[municipalities]&fields=properties[municipalities[nothing]]")]
    [InlineData("expand=properties[municipalities]&fields=properties[municipalities[properties]]")]
    [InlineData("expand=properties[municipalities]&fields=properties[municipalities[properties[nothing]]]")]
    [InlineData("expand=properties[municipalities]&fields=properties[$all[nothing]]")]
    public async Task brackets_that_name_no_property_leave_none_at_their_level(string query)
    {
        var item = await Site.ItemAsync("tequio", $"?{query}");

        Assert.Equal("20001", (await Site.ItemAsync("tequio", "?expand=properties[municipalities]&fields=properties[municipalities]")).Property("municipalities")[0].Property("officialKey").GetString());
        Assert.Equal("San Pablo Ejemplo", item.Property("municipalities")[0].Text("name"));
        Assert.Empty(item.Property("municipalities")[0].PropertyNames());
    }

    [Fact]
    public async Task brackets_that_name_no_property_of_a_block_leave_none()
    {
        var practice = await Site.ItemAsync("tequio", "?fields=properties[actorRoles[nothing]]");

        Assert.Empty(practice.Property("actorRoles").GetProperty("items")[0].GetProperty("content").PropertyNames());
    }

    [Theory]
    [InlineData("expand=properties[municipalities]&expand=properties[themes]", "20001")]
    [InlineData("expand=properties[themes]&expand=properties[municipalities]", null)]
    [InlineData("expand=&expand=properties[municipalities]", "20001")]
    [InlineData("expand=properties[themes,municipalities],properties[kind]", "20001")]
    [InlineData("expand=properties[ municipalities ]", "20001")]
    public async Task of_repeated_texts_the_first_list_of_properties_counts(string query, string? officialKey)
    {
        var municipality = (await Site.ItemAsync("tequio", $"?{query}")).Property("municipalities")[0];

        Assert.Equal(officialKey, municipality.GetProperty("properties").TryGetProperty("officialKey", out var key) ? key.GetString() : null);
    }

    [Theory]
    [InlineData("properties[")]
    [InlineData("properties[a")]
    [InlineData("properties]")]
    [InlineData("properties[a]]")]
    [InlineData("properties[[a]]")]
    [InlineData("[a]")]
    [InlineData("[")]
    [InlineData("]")]
    [InlineData("[]")]
    [InlineData("properties[]")]
    [InlineData("properties[a[]]")]
    [InlineData("properties[a],[b]")]
    [InlineData("properties[a[properties[b]]")]
    public async Task a_malformed_text_is_refused_everywhere(string text)
    {
        string[] paths =
        [
            "content?", $"content/item/{AnItem.KeyOf("tequio")}?", "content/item/practicas/faena?", $"content/items?id={AnItem.KeyOf("tequio")}&",
            "media?fetch=children:/&", $"media/item/{AnItem.KeyOf("map")}?", $"media/items?id={AnItem.KeyOf("map")}&",
        ];
        foreach (var path in paths)
        {
            var expand = await Site.GetAsync($"{path}expand={Uri.EscapeDataString(text)}");
            var fields = await Site.GetAsync($"{path}fields={text}");

            Assert.Equal((HttpStatusCode.BadRequest, "Error", "Invalid expand option"), (expand.Status, expand.Json.Text("type"), expand.Json.Text("title")));
            Assert.Equal((HttpStatusCode.BadRequest, "Error", "Invalid fields option"), (fields.Status, fields.Json.Text("type"), fields.Json.Text("title")));
            Assert.Equal(400, fields.Json.GetProperty("status").GetInt32());
            Assert.NotEmpty(fields.Json.Text("detail"));
        }
    }

    [Theory]
    [InlineData(32, HttpStatusCode.OK)]
    [InlineData(33, HttpStatusCode.BadRequest)]
    [InlineData(500, HttpStatusCode.BadRequest)]
    public async Task nesting_ends_at_thirty_two(int depth, HttpStatusCode status)
    {
        var text = string.Concat(Enumerable.Range(0, depth).Select(level => level % 2 == 0 ? "properties[" : "practices[")) + "x" + new string(']', depth);

        Assert.Equal(status, (await Site.GetAsync($"content/item/{AnItem.KeyOf("cartel")}?expand={text}")).Status);
        Assert.Equal(status, (await Site.GetAsync($"content/item/{AnItem.KeyOf("cartel")}?fields={text}")).Status);
    }

    [Fact]
    public async Task a_circle_of_picked_items_goes_round_as_often_as_it_is_written()
    {
        var text = "properties[practices]";
        for (var round = 0; round < 7; round++) text = $"properties[practices[properties[materials[{text}]]]]";

        var piece = await Site.ItemAsync("cartel", $"?expand={text}&fields=properties[practices]");

        Assert.Equal(AnItem.KeyOf("tequio"), piece.Property("practices")[0].Key());
        Assert.NotEmpty(piece.Property("practices")[0].PropertyNames());
    }

    [Fact]
    public async Task media_show_and_expand_their_properties_likewise()
    {
        var expanded = await Site.JsonAsync($"media/item/{AnItem.KeyOf("assembly-image")}?expand=properties[licence]");
        var narrowed = await Site.JsonAsync($"media?fetch=children:{AnItem.KeyOf("infographics")}&fields=properties[altText]");
        var none = await Site.JsonAsync($"media/items?id={AnItem.KeyOf("assembly-image")}&fields=");

        Assert.Equal("documentary", expanded.Property("licence").Property("key").GetString());
        Assert.Equal(["altText"], narrowed.GetProperty("items")[0].PropertyNames());
        Assert.Empty(none[0].PropertyNames());
    }
}
