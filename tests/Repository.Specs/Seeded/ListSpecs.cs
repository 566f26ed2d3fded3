using System.Net;

namespace Repository.Specs.Seeded;

/// <summary>Paging, sorting and selecting: what holds for every list.</summary>
public sealed class ListSpecs(SeededSite seeded)
{
    private readonly Api _api = seeded.Api;

    public static TheoryData<string> Queries =>
    [
        "?", "?fetch=descendants:/planes/", "?fetch=children:/municipios/", "?filter=contentType:term&sort=name:asc", "?filter=region:mixteca&sort=name:desc&sort=createDate:asc",
        "?sort=level:desc&sort=sortOrder:desc", "?filter=contentType:!municipality,term&sort=updateDate:desc", "?fetch=ancestors:/planes/pal-oax-2018/compromiso-1/a1/",
    ];

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task pages_put_together_are_the_whole_list_without_gaps_or_repeats(string query)
    {
        var whole = (await _api.ItemsAsync($"{query}&take=100000")).Select(item => item.Id()).ToArray();
        var random = new Random(whole.Length);

        foreach (var size in (int[])[1, 7, 64, random.Next(100, 900)])
        {
            var step = Math.Max(size, whole.Length / 12);
            var paged = new List<string>();
            for (var skip = 0; skip < whole.Length; skip += step)
            {
                var page = (await _api.GetAsync($"/content{query}&skip={skip}&take={step}")).Json;
                Assert.Equal(whole.Length, page.GetProperty("total").GetInt32());
                paged.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.Id()));
            }

            Assert.Equal(whole, paged);
        }

        Assert.Equal(whole.Length, whole.Distinct().Count());
    }

    [Theory]
    [InlineData("?take=0", 0)]
    [InlineData("?skip=1000000&take=5", 0)]
    [InlineData("?", 10)]
    [InlineData("?skip=3", 10)]
    [InlineData("?take=1500", 1500)]
    public async Task a_page_holds_what_was_asked_for_and_the_total_stays_true(string query, int expected)
    {
        var page = (await _api.GetAsync($"/content{query}")).Json;

        Assert.Equal(expected, page.GetProperty("items").GetArrayLength());
        Assert.Equal(await _api.TotalAsync("?take=0"), page.GetProperty("total").GetInt32());
    }

    [Theory]
    [InlineData("take", "abc")]
    [InlineData("take", "1.5")]
    [InlineData("take", "99999999999")]
    [InlineData("take", "-1")]
    [InlineData("skip", "-5")]
    [InlineData("skip", "2147483648")]
    [InlineData("skip", "0x10")]
    public async Task a_page_that_is_no_number_is_a_validation_problem(string parameter, string value)
    {
        var reply = await _api.GetAsync($"/content?{parameter}={value}");

        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.Equal("application/problem+json", reply.MediaType);
        Assert.Equal("One or more validation errors occurred.", reply.Json.Text("title"));
        Assert.Equal($"The value '{value}' is not valid.", reply.Json.GetProperty("errors").GetProperty(parameter)[0].GetString());
        Assert.Equal(400, reply.Json.GetProperty("status").GetInt32());
        Assert.True(reply.Json.TryGetProperty("traceId", out _));
    }

    [Theory]
    [InlineData("name:asc")]
    [InlineData("NAME:ASCENDING")]
    public async Task names_sort_without_regard_to_case_and_accents_after_letters(string sort)
    {
        var names = await _api.NamesAsync($"?filter=contentType:municipality&take=1000&sort={sort}");

        Assert.Equal(names.Order(StringComparer.Create(System.Globalization.CultureInfo.InvariantCulture, ignoreCase: true)), names);
    }

    [Theory]
    [InlineData("name:desc")]
    [InlineData("name:x")]
    [InlineData("name:")]
    [InlineData("name:desc?expand=property:y")]
    public async Task every_direction_that_does_not_begin_with_asc_descends(string sort)
    {
        var names = await _api.NamesAsync($"?filter=contentType:section&take=100&sort={sort}");

        Assert.Equal((await _api.NamesAsync("?filter=contentType:section&take=100&sort=name:asc")).Reverse(), names);
    }

    [Fact]
    public async Task later_sorts_break_ties_and_the_tree_order_breaks_the_last()
    {
        var items = await _api.ItemsAsync("?filter=contentType:section,practice,home&sort=level:asc&sort=name:desc&take=100");

        var levels = items.Select(item => item.Type() switch { "home" => 1, "section" => 2, _ => 3 }).ToArray();
        Assert.Equal(levels.Order(), levels);
        Assert.Equal("Vocabularios", items[1].Name());
        var tree = await _api.NamesAsync("?filter=contentType:section&take=100");
        Assert.Equal(tree, await _api.NamesAsync("?filter=contentType:section&sort=createDate:asc&take=100"));
    }

    [Fact]
    public async Task without_a_sort_the_tree_is_walked_depth_first()
    {
        var items = await _api.ItemsAsync("?fetch=descendants:/planes/&take=1000");

        var paths = items.Select(item => item.Path()).ToList();
        Assert.Equal("/planes/pal-oax-2018/", paths[0]);
        Assert.Equal("/planes/pal-oax-2018/compromiso-1/", paths[1]);
        Assert.Equal("/planes/pal-oax-2018/compromiso-1/a1/", paths[2]);
        Assert.True(paths.IndexOf("/planes/pal-gto-2019/") > paths.IndexOf("/planes/pal-oax-2018/compromiso-11/"));
    }

    [Theory]
    [InlineData("sort=name")]
    [InlineData("sort=nombre:asc")]
    [InlineData("sort=:asc")]
    [InlineData("sort=name:asc&sort=x:y")]
    public async Task a_sort_that_does_not_exist_is_refused(string query)
    {
        var reply = await _api.GetAsync($"/content?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.Equal("""{"type":"Error","title":"Sort option not found","status":400,"detail":"One of the attempted 'sort' options does not exist"}""", reply.Text);
    }

    [Theory]
    [InlineData("children:/planes/", 34)]
    [InlineData("CHILDREN:planes", 34)]
    [InlineData("children:planes/", 34)]
    [InlineData("children:/", 17)]
    [InlineData("ancestors:/planes/pal-oax-2018/", 2)]
    [InlineData("descendants:/planes/pal-oax-2018/compromiso-1", -1)]
    [InlineData("children:/en/practices/", 3, "Accept-Language: en")]
    [InlineData("children:/practices/", 3, "Accept-Language: en")]
    [InlineData("children:/no/hay/", 0)]
    [InlineData("children:", 0)]
    [InlineData("children:00000000-0000-0000-0000-000000000001", 0)]
    [InlineData("ancestors:/", 0)]
    public async Task a_selector_gives_relatives_of_its_target(string fetch, int expected, params string[] headers)
    {
        var total = await _api.TotalAsync($"?fetch={fetch}", headers);

        if (expected < 0) Assert.True(total > 0);
        else Assert.Equal(expected, total);
    }

    [Fact]
    public async Task a_selector_takes_a_key_as_well_as_a_path()
    {
        var plan = (await _api.GetAsync("/content/item/planes/pal-oax-2018")).Json;

        Assert.Equal(await _api.NamesAsync("?fetch=children:/planes/pal-oax-2018/&take=100"), await _api.NamesAsync($"?fetch=children:{plan.Id()}&take=100"));
        Assert.Equal(11, await _api.TotalAsync($"?fetch=children:{plan.Id().ToUpperInvariant()}"));
    }

    [Theory]
    [InlineData("siblings:/")]
    [InlineData("child")]
    [InlineData("/planes/")]
    [InlineData(":x")]
    public async Task another_kind_of_selector_is_refused(string fetch)
    {
        var reply = await _api.GetAsync($"/content?fetch={fetch}");

        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.Equal("""{"type":"Error","title":"Selector option not found","status":400,"detail":"The attempted 'fetch' option does not exist"}""", reply.Text);
    }

    [Fact]
    public async Task mistakes_are_told_in_umbracos_order()
    {
        Assert.Equal("The Start-Item could not be found", (await _api.GetAsync("/content?fetch=x:y&filter=z:1&sort=q", "Start-Item: nada")).Text);
        Assert.Equal("Selector option not found", (await _api.GetAsync("/content?fetch=x:y&filter=z:1&sort=q")).Json.Text("title"));
        Assert.Equal("Filter option not found", (await _api.GetAsync("/content?filter=z:1&sort=q")).Json.Text("title"));
        Assert.Equal(HttpStatusCode.Unauthorized, (await _api.GetAsync("/content?fetch=x:y", "Preview: true")).Status);
    }
}
