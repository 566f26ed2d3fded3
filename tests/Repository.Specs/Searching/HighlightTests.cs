using System.Text.Json;
using Repository.Specs.Delivery;

namespace Repository.Specs.Searching;

/// <summary>What an answer says of how it was found, and what may have been meant.</summary>
public sealed class HighlightTests(VillageSite village)
{
    private TestSite Site => village.Site;

    [Fact]
    public async Task words_are_marked_as_they_are_written_and_the_rest_is_escaped()
    {
        var found = (await Site.SearchAsync("q=arbol nandu asambleas")).Items.First(item => item.Text("name").StartsWith("Ñandú", StringComparison.Ordinal));

        var highlights = found.GetProperty("highlights");
        Assert.Equal("<mark>Ñandú</mark>, <mark>árbol</mark> &amp; «cañada» &lt;br&gt;", highlights.Text("title"));
        Assert.StartsWith("La <mark>asamblea</mark> reparte", highlights.Text("summary"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task fragments_can_be_left_out()
    {
        var found = await Site.SearchAsync("q=agua&highlight=0");

        Assert.All(found.Items, item => Assert.Equal(JsonValueKind.Null, item.GetProperty("highlights").ValueKind));
    }

    [Fact]
    public async Task a_word_nobody_wrote_is_answered_with_the_nearest_one()
    {
        var found = await Site.SearchAsync("q=teqiuo");

        Assert.Equal("tequio", found.Json.GetProperty("query").Text("suggestion"));
        Assert.Equal(JsonValueKind.Null, (await Site.SearchAsync("q=tequio")).Json.GetProperty("query").GetProperty("suggestion").ValueKind);
    }
}
