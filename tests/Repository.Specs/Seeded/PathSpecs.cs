using System.Net;

namespace Repository.Specs.Seeded;

/// <summary>One item, however it is asked for.</summary>
public sealed class PathSpecs(SeededSite seeded)
{
    private readonly Api _api = seeded.Api;

    [Theory]
    [InlineData]
    [InlineData("Accept-Language: en")]
    public async Task by_path_by_id_and_by_ids_every_item_is_the_same(params string[] headers)
    {
        var items = await _api.ItemsAsync("?take=100000", headers);

        foreach (var some in items.Chunk(40))
        {
            var array = (await _api.GetAsync($"/content/items?{string.Join('&', some.Select(item => $"id={item.Id()}"))}", headers)).Json;
            Assert.Equal(some.Select(item => item.GetRawText()), array.EnumerateArray().Select(item => item.GetRawText()));
        }

        foreach (var item in items.Where((_, index) => index % 5 == 0))
        {
            Assert.Equal(item.GetRawText(), (await _api.GetAsync($"/content/item/{item.Id()}", headers)).Text);
            Assert.Equal(item.GetRawText(), (await _api.GetAsync($"/content/item{item.Path()}", headers)).Text);
        }
    }

    [Theory]
    [InlineData("/practicas/tequio")]
    [InlineData("/practicas/tequio/")]
    [InlineData("//practicas//tequio//")]
    [InlineData("/PRACTICAS/Tequio")]
    [InlineData("/practicas%2Ftequio")]
    [InlineData("/%2Fpracticas%2Ftequio%2F")]
    [InlineData("/practicas%2ftequio")]
    [InlineData("/en/practices/tequio-communal-work-for-the-common-good")]
    public async Task a_path_may_be_written_in_many_ways(string path)
    {
        var reply = await _api.GetAsync($"/content/item{path}");

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.Equal("practice", reply.Json.Type());
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("/%2F")]
    [InlineData("//")]
    [InlineData("/inicio")]
    public async Task no_path_means_the_home_page(string path)
    {
        var reply = await _api.GetAsync($"/content/item{path}");

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.Equal("/", reply.Json.Path());
    }

    [Theory]
    [InlineData("/no-hay")]
    [InlineData("/practicas/tequio/mas")]
    [InlineData("/00000000-0000-0000-0000-000000000001")]
    [InlineData("/en/practices/uzachi")]
    [InlineData("/preview-00000000-0000-0000-0000-000000000001")]
    public async Task what_is_not_there_is_not_found(string path)
    {
        var reply = await _api.GetAsync($"/content/item{path}");

        Assert.Equal(HttpStatusCode.NotFound, reply.Status);
        Assert.Equal("application/problem+json", reply.MediaType);
        Assert.Equal("Not Found", reply.Json.Text("title"));
    }

    [Fact]
    public async Task items_keep_the_order_asked_for_once_each_and_leave_out_strangers()
    {
        var items = await _api.ItemsAsync("?filter=contentType:section&take=3");
        var (one, two) = (items[0].Id(), items[1].Id());

        var array = (await _api.GetAsync($"/content/items?id={two}&id=00000000-0000-0000-0000-000000000001&id={one}&id={two.ToUpperInvariant()}")).Json;

        Assert.Equal([two, one], array.EnumerateArray().Select(item => item.Id()));
    }

    [Fact]
    public async Task no_ids_give_an_empty_array_and_a_malformed_one_a_validation_problem()
    {
        Assert.Equal("[]", (await _api.GetAsync("/content/items")).Text);
        Assert.Equal("[]", (await _api.GetAsync("/media/items")).Text);
        var malformed = await _api.GetAsync("/content/items?id=abc");
        Assert.Equal(HttpStatusCode.BadRequest, malformed.Status);
        Assert.Equal("The value 'abc' is not valid.", malformed.Json.GetProperty("errors").GetProperty("id")[0].GetString());
    }

    [Theory]
    [InlineData("/CONTENT?take=1")]
    [InlineData("/content/?take=1")]
    [InlineData("/content/ITEM/practicas")]
    [InlineData("/content/items/")]
    [InlineData("/media/?fetch=children:/")]
    public async Task routes_are_found_in_any_case_and_with_a_trailing_slash(string path) => Assert.Equal(HttpStatusCode.OK, (await _api.GetAsync(path)).Status);

    [Fact]
    public async Task media_are_found_by_key_by_path_and_by_keys()
    {
        var folder = (await _api.GetAsync("/media?fetch=children:/")).Json.GetProperty("items")[0];
        var files = (await _api.GetAsync($"/media?fetch=children:{folder.Id()}&take=100")).Json.GetProperty("items").EnumerateArray().ToList();

        Assert.Equal(files.Count, (await _api.GetAsync($"/media?fetch=children:{Uri.EscapeDataString(folder.Text("path"))}")).Json.GetProperty("total").GetInt32());
        foreach (var file in files)
        {
            Assert.Equal(file.GetRawText(), (await _api.GetAsync($"/media/item/{file.Id()}")).Text);
            Assert.Equal(file.GetRawText(), (await _api.GetAsync($"/media/item{Uri.EscapeDataString(file.Text("path")).Replace("%2F", "/", StringComparison.Ordinal)}")).Text);
            Assert.Equal($"[{file.GetRawText()}]", (await _api.GetAsync($"/media/items?id={file.Id()}")).Text);
        }
    }

    [Theory]
    [InlineData("", "Selector option not found")]
    [InlineData("fetch=descendants:/", "Selector option not found")]
    [InlineData("fetch=children:/&filter=createDate>2020", "Filter option not found")]
    [InlineData("fetch=children:/&filter=name:a:b", "Filter option not found")]
    [InlineData("fetch=children:/&filter=MEDIATYPE:Folder", "Filter option not found")]
    [InlineData("fetch=children:/&sort=level:asc", "Sort option not found")]
    [InlineData("fetch=children:/&sort=Name:asc", "Sort option not found")]
    public async Task media_queries_are_stricter(string query, string title)
    {
        var reply = await _api.GetAsync($"/media?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.Equal(title, reply.Json.Text("title"));
    }

    [Theory]
    [InlineData("fetch=children:/", 4)]
    [InlineData("fetch=children:", 0)]
    [InlineData("fetch=children:nada", 0)]
    [InlineData("fetch=children:/datos%20abiertos/", 6)]
    [InlineData("fetch=children:/datos%20abiertos/&filter=mediaType:Folder", 1)]
    [InlineData("fetch=children:/datos%20abiertos/&filter=name:OAXACA", 2)]
    [InlineData("fetch=children:/datos%20abiertos/consultas/&take=1&sort=name:asc", 2)]
    public async Task media_lists_are_the_children_of_a_folder(string query, int total)
    {
        var reply = await _api.GetAsync($"/media?{query}");

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.Equal(total, reply.Json.GetProperty("total").GetInt32());
    }
}
