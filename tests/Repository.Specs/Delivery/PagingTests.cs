using System.Globalization;
using System.Net;
using Repository.Specs.Seeded;

namespace Repository.Specs.Delivery;

/// <summary>Pages add up to the whole list: contract, sections 3 and 3.4.</summary>
public sealed class PagingTests(VillageSite village, SeededSite seeded)
{
    public static TheoryData<string> Lists =>
    [
        "",
        "fetch=descendants:/",
        "fetch=children:/practicas",
        "fetch=ancestors:/paginas/acerca/segunda/tercera",
        "filter=contentType:practice,term",
        "filter=contentType:!term&sort=name:desc",
        "filter=theme:water&sort=year:asc&sort=name:desc",
        "fetch=descendants:/&filter=name:!faena&filter=createDate>:2026-01-01&sort=createDate:desc",
        "sort=level:desc&sort=sortOrder:asc",
        "filter=name:nothing",
    ];

    private TestSite Site => village.Site;

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task pages_of_every_size_make_up_the_whole_list(string query)
    {
        var whole = await Site.GetAsync($"content?take=1000&{query}");

        Assert.Equal(whole.Total, whole.Ids.Distinct().Count());
        foreach (var size in Enumerable.Range(1, 9).Append(whole.Total + 1))
        {
            Assert.Equal(whole.Ids, await InPagesAsync(Site, query, size, whole.Total));
        }
    }

    [Fact]
    public async Task any_page_is_a_stretch_of_the_whole_list()
    {
        var random = new Random(20260511);
        string[] kinds = ["", "fetch=descendants:/practicas&", "fetch=children:/vocabularios&", "fetch=children:/municipios&"];
        string[] filters = ["", "filter=contentType:practice,municipality&", "filter=region:valles-centrales&", "filter=name:san&", "filter=contentType:!municipality&"];
        string[] sorts = ["", "sort=name:asc", "sort=updateDate:desc", "sort=level:asc&sort=name:desc", "sort=sortOrder:desc&sort=createDate:asc"];

        for (var run = 0; run < 60; run++)
        {
            var query = Any(kinds) + Any(filters) + Any(sorts);
            var whole = await seeded.Site.GetAsync($"content?take=1000000&fields=&{query}");
            var (skip, take) = (random.Next(whole.Total + 5), random.Next(50));

            var page = await seeded.Site.GetAsync(string.Create(CultureInfo.InvariantCulture, $"content?skip={skip}&take={take}&fields=&{query}"));

            Assert.Equal(whole.Total, page.Total);
            Assert.Equal(whole.Ids.Skip(skip).Take(take), page.Ids);
        }

        string Any(string[] texts) => texts[random.Next(texts.Length)];
    }

    [Fact]
    public async Task a_page_has_ten_items_unless_another_number_is_asked_for()
    {
        var page = await Site.GetAsync("content");

        Assert.Equal(10, page.Items.Count());
        Assert.True(page.Total > 10);
    }

    [Fact]
    public async Task a_page_of_none_tells_the_total()
    {
        var none = await Site.GetAsync("content?take=0&filter=contentType:practice");
        var all = await Site.GetAsync("content?take=100&filter=contentType:practice");

        Assert.Empty(none.Items);
        Assert.Equal(all.Total, none.Total);
        Assert.Equal(all.Total, all.Items.Count());
    }

    [Theory]
    [InlineData("skip=1000")]
    [InlineData("skip=2147483647")]
    [InlineData("skip=2147483647&take=2147483647&sort=name:asc")]
    public async Task beyond_the_end_there_is_nothing_and_the_total_stays(string query)
    {
        var beyond = await Site.GetAsync($"content?{query}");

        Assert.Empty(beyond.Items);
        Assert.Equal((await Site.GetAsync("content")).Total, beyond.Total);
    }

    [Fact]
    public async Task there_is_no_largest_page()
    {
        var everything = await seeded.Site.GetAsync("content?take=2147483647&fields=");

        Assert.Equal(everything.Total, everything.Items.Count());
        Assert.True(everything.Total > 1000);
    }

    [Theory]
    [InlineData("take", "abc")]
    [InlineData("take", "1.5")]
    [InlineData("take", "99999999999")]
    [InlineData("take", "-1")]
    [InlineData("take", "-2147483648")]
    [InlineData("take", "1e3")]
    [InlineData("take", "0x10")]
    [InlineData("take", "٣")]
    [InlineData("skip", "abc")]
    [InlineData("skip", "-5")]
    [InlineData("skip", "2147483648")]
    public async Task a_page_that_is_no_whole_number_is_refused_with_its_value(string name, string value)
    {
        foreach (var path in (string[])["content?", "media?fetch=children:/&"])
        {
            var answer = await Site.GetAsync($"{path}{name}={Uri.EscapeDataString(value)}");

            Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
            Assert.Equal("One or more validation errors occurred.", answer.Json.Text("title"));
            Assert.Equal($"The value '{value}' is not valid.", Assert.Single(answer.Json.GetProperty("errors").GetProperty(name).EnumerateArray()).GetString());
        }
    }

    [Fact]
    public async Task a_ceiling_cuts_a_page_down_and_leaves_the_total_true()
    {
        await using var other = await VillageSite.StartAsync("Delivery:MaxTake=3");

        var page = await other.Site.GetAsync("content?take=1000");

        Assert.Equal(3, page.Items.Count());
        Assert.Equal((await Site.GetAsync("content")).Total, page.Total);
    }

    private static async Task<IReadOnlyList<Guid>> InPagesAsync(TestSite site, string query, int size, int total)
    {
        var ids = new List<Guid>();
        for (var skip = 0; skip <= total; skip += size)
        {
            var page = await site.GetAsync(string.Create(CultureInfo.InvariantCulture, $"content?skip={skip}&take={size}&fields=&{query}"));
            Assert.Equal(total, page.Total);
            Assert.True(page.Items.Count() <= size);
            ids.AddRange(page.Ids);
        }

        return ids;
    }
}
