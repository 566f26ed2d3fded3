using System.Net;
using System.Text.Json;

namespace Repository.Specs.Delivery;

/// <summary>Media on the wire: contract, sections 4.4 and 8.</summary>
public sealed class MediaShapeTests(VillageSite village)
{
    private static readonly string[] Response =
        ["path", "createDate", "updateDate", "id", "name", "mediaType", "url", "extension", "width", "height", "bytes", "properties", "focalPoint", "crops"];

    private TestSite Site => village.Site;

    [Fact]
    public async Task a_media_item_has_umbracos_members_in_umbracos_order()
    {
        var image = await Site.JsonAsync($"media/item/{AnItem.KeyOf("assembly-image")}");

        Assert.Equal(Response, image.Members());
        Assert.Equal("/infografías y más/asamblea paso a paso/", image.Text("path"));
        Assert.Equal("2026-02-03T15:04:05Z", image.Text("createDate"));
        Assert.Equal("/media/aaaa0001/asamblea.svg", image.Text("url"));
        Assert.Equal("svg", image.Text("extension"));
        Assert.Equal(284113, image.GetProperty("bytes").GetInt64());
        Assert.Equal(JsonValueKind.Null, image.GetProperty("width").ValueKind);
        Assert.Equal("""{"left":0.5,"top":0.33}""", image.GetProperty("focalPoint").GetRawText());
    }

    [Fact]
    public async Task configured_crops_that_are_not_placed_have_no_coordinates()
    {
        var image = await Site.JsonAsync($"media/item/{AnItem.KeyOf("assembly-image")}");

        var crops = image.GetProperty("crops").EnumerateArray().ToArray();

        Assert.Equal("""{"alias":"card","width":800,"height":600,"coordinates":{"x1":0.3,"y1":0.3,"x2":0.3,"y2":0.3}}""", crops.Single(crop => crop.Text("alias") == "card").GetRawText());
        Assert.All(crops.Where(crop => crop.Text("alias") != "card"), crop => Assert.Equal(JsonValueKind.Null, crop.GetProperty("coordinates").ValueKind));
    }

    [Fact]
    public async Task the_properties_of_the_file_itself_are_not_among_the_properties()
    {
        var image = await Site.JsonAsync($"media/item/{AnItem.KeyOf("assembly-image")}");

        Assert.Contains("altText", image.PropertyNames());
        Assert.DoesNotContain(image.PropertyNames(), alias => alias.StartsWith("umbraco", StringComparison.Ordinal));
    }

    [Fact]
    public async Task a_folder_has_an_empty_address_and_no_sizes()
    {
        var folder = await Site.JsonAsync($"media/item/{AnItem.KeyOf("maps")}");

        Assert.Equal("", folder.Text("url"));
        Assert.All(["extension", "width", "height", "bytes", "focalPoint"], member => Assert.Equal(JsonValueKind.Null, folder.GetProperty(member).ValueKind));
        Assert.Equal("[]", folder.GetProperty("crops").GetRawText());
        Assert.Equal("{}", folder.GetProperty("properties").GetRawText());
    }

    [Fact]
    public async Task a_picked_media_item_shows_crops_and_focal_point_first_and_no_place()
    {
        var practice = await Site.ItemAsync("tequio");

        var picked = Assert.Single(practice.Property("coverImage").EnumerateArray());

        Assert.Equal(["focalPoint", "crops", "id", "name", "mediaType", "url", "extension", "width", "height", "bytes", "properties"], picked.Members());
        Assert.Equal("{}", picked.GetProperty("properties").GetRawText());
    }

    [Fact]
    public async Task what_was_chosen_in_the_picker_wins_over_the_media_items_own()
    {
        var practice = await Site.ItemAsync("tequio");

        var chosen = practice.Property("coverImage")[0];
        var own = practice.Property("gallery")[0];

        Assert.Equal("""{"left":0.2,"top":0.8}""", chosen.GetProperty("focalPoint").GetRawText());
        Assert.Equal("0.1", Card(chosen).GetProperty("coordinates").GetProperty("x1").GetRawText());
        Assert.Equal("""{"left":0.5,"top":0.33}""", own.GetProperty("focalPoint").GetRawText());
        Assert.Equal("0.3", Card(own).GetProperty("coordinates").GetProperty("x1").GetRawText());

        static JsonElement Card(JsonElement media) => media.GetProperty("crops").EnumerateArray().First(crop => crop.Text("alias") == "card");
    }

    [Fact]
    public async Task the_children_of_a_folder_are_listed_by_key_by_path_and_by_root()
    {
        var byKey = await Site.GetAsync($"media?fetch=children:{AnItem.KeyOf("infographics")}");
        var byPath = await Site.GetAsync("media?fetch=children:/INFOGRAF%C3%8DAS%20y%20m%C3%A1s");
        var root = await Site.GetAsync("media?fetch=children:/");

        Assert.Equal(["Asamblea Paso a Paso", "Mapas"], byKey.Names);
        Assert.Equal(byKey.Text, byPath.Text);
        Assert.Equal(["Infografías y más", "Guía rápida"], root.Names);
    }

    [Theory]
    [InlineData("media")]
    [InlineData("media?fetch=")]
    [InlineData("media?fetch=descendants:/")]
    [InlineData("media?fetch=ancestors:/")]
    [InlineData("media?fetch=children")]
    public async Task a_list_of_media_asks_for_the_children_of_something(string path)
    {
        var answer = await Site.GetAsync(path);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("Selector option not found", answer.Json.Text("title"));
    }

    [Theory]
    [InlineData("media?fetch=children:")]
    [InlineData("media?fetch=children:/nada")]
    [InlineData("media?fetch=children:11111111-1111-1111-1111-111111111111")]
    public async Task the_children_of_nothing_are_none(string path) => Assert.Equal(0, (await Site.GetAsync(path)).Total);

    [Theory]
    [InlineData("filter=mediaType:Folder", "Mapas")]
    [InlineData("filter=mediaType:folder", "")]
    [InlineData("filter=name:PASO", "Asamblea Paso a Paso")]
    [InlineData("filter=name:ma&filter=mediaType:Folder", "Mapas")]
    [InlineData("sort=name:desc", "Mapas|Asamblea Paso a Paso")]
    [InlineData("sort=sortOrder:desc", "Mapas|Asamblea Paso a Paso")]
    [InlineData("sort=name:desc&sort=sortOrder:asc", "Asamblea Paso a Paso|Mapas")]
    [InlineData("skip=1&take=1", "Mapas")]
    public async Task media_are_narrowed_and_sorted(string query, string names)
    {
        var answer = await Site.GetAsync($"media?fetch=children:{AnItem.KeyOf("infographics")}&{query}");

        Assert.Equal(names, string.Join('|', answer.Names));
    }

    [Theory]
    [InlineData("filter=name:!x:y", "Filter option not found")]
    [InlineData("filter=name", "Filter option not found")]
    [InlineData("filter=createDate:2020-01-01", "Filter option not found")]
    [InlineData("filter=Name:x", "Filter option not found")]
    [InlineData("sort=level:asc", "Sort option not found")]
    [InlineData("sort=year:asc", "Sort option not found")]
    [InlineData("sort=Name:asc", "Sort option not found")]
    [InlineData("sort=name", "Sort option not found")]
    public async Task what_media_do_not_know_is_refused(string query, string title)
    {
        var answer = await Site.GetAsync($"media?fetch=children:/&{query}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(title, answer.Json.Text("title"));
    }

    [Theory]
    [InlineData("media/item/infograf%C3%ADas%20y%20m%C3%A1s/asamblea%20paso%20a%20paso/")]
    [InlineData("media/item/Infograf%C3%ADas%20y%20m%C3%A1s/ASAMBLEA%20paso%20a%20paso")]
    [InlineData("media/item//infograf%C3%ADas%20y%20m%C3%A1s//asamblea%20paso%20a%20paso")]
    [InlineData("media/item/infograf%C3%ADas+y+m%C3%A1s%2Fasamblea+paso+a+paso")]
    public async Task a_media_item_is_found_by_its_names(string path) =>
        Assert.Equal(AnItem.KeyOf("assembly-image"), (await Site.JsonAsync(path)).Key());

    [Fact]
    public async Task every_media_item_is_the_same_by_key_by_path_and_among_several()
    {
        string[] handles = ["infographics", "assembly-image", "maps", "map", "guide"];

        foreach (var handle in handles)
        {
            var byKey = await Site.GetAsync($"media/item/{AnItem.KeyOf(handle)}");
            var byPath = await Site.GetAsync($"media/item{string.Join('/', byKey.Json.Text("path").Split('/').Select(Uri.EscapeDataString))}");
            var several = await Site.GetAsync($"media/items?id={AnItem.KeyOf(handle)}");

            Assert.Equal(byKey.Text, byPath.Text);
            Assert.Equal($"[{byKey.Text}]", several.Text);
        }
    }

    [Theory]
    [InlineData("minutes")]
    [InlineData("binned-media")]
    [InlineData("tequio")]
    public async Task restricted_and_discarded_media_and_content_are_unknown_media(string handle)
    {
        var byKey = await Site.GetAsync($"media/item/{AnItem.KeyOf(handle)}");
        var several = await Site.GetAsync($"media/items?id={AnItem.KeyOf(handle)}&id={AnItem.KeyOf("map")}");

        Assert.Equal(HttpStatusCode.NotFound, byKey.Status);
        Assert.Equal("Not Found", byKey.Json.Text("title"));
        Assert.Equal(["Mapa"], several.Json.EnumerateArray().Select(item => item.Text("name")));
    }
}
