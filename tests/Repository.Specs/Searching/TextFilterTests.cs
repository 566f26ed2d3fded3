using System.Net;
using Repository.Specs.Delivery;

namespace Repository.Specs.Searching;

/// <summary>The Delivery API's <c>text</c> filter and <c>relevance</c> sort.</summary>
public sealed class TextFilterTests(VillageSite village)
{
    private TestSite Site => village.Site;

    [Fact]
    public async Task a_text_narrows_a_list_which_keeps_its_order() =>
        Assert.Equal(["Tequio para el camino de saca"], await Site.NamesAsync("filter=text:camino&filter=contentType:practice"));

    [Fact]
    public async Task a_text_and_its_opposite_are_everything()
    {
        var all = (await Site.GetAsync("content?take=0")).Total;

        Assert.Equal(all, (await Site.GetAsync("content?take=0&filter=text:agua")).Total + (await Site.GetAsync("content?take=0&filter=text:!agua")).Total);
    }

    [Fact]
    public async Task the_best_come_first_by_relevance()
    {
        var byRelevance = await Site.NamesAsync("filter=text:tequio&sort=relevance:desc");
        var byTree = await Site.NamesAsync("filter=text:tequio");

        Assert.Equal("Tequio", byRelevance[0]);
        Assert.Equal(byTree.Order(StringComparer.Ordinal), byRelevance.Order(StringComparer.Ordinal));
        Assert.Equal(byRelevance.Skip(1).Take(2), (await Site.GetAsync("content?filter=text:tequio&sort=relevance:desc&skip=1&take=2")).Names);
    }

    [Fact]
    public async Task relevance_without_a_text_is_no_order()
    {
        var refused = await Site.GetAsync("content?sort=relevance:desc");

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal("Sort option not found", refused.Json.Text("title"));
    }

    [Fact]
    public async Task a_text_that_is_no_query_is_taken_literally() =>
        Assert.Equal("Tequio para el camino de saca", (await Site.NamesAsync($"filter={Uri.EscapeDataString("text:camino (de \"saca")}&sort=relevance:desc"))[0]);

    [Fact]
    public async Task a_text_too_long_to_ask_is_refused() =>
        Assert.Equal(HttpStatusCode.BadRequest, (await Site.GetAsync($"content?filter=text:{new string('a', 4097)}")).Status);
}
