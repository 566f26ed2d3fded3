using System.Globalization;
using System.Net;
using System.Text.Json;
using Repository.Specs.Seeded;

namespace Repository.Specs.Delivery;

/// <summary>Umbraco's own filters: contract, section 3.2.</summary>
public sealed class FilterTests(VillageSite village, SeededSite seeded)
{
    private TestSite Site => village.Site;

    [Theory]
    [InlineData("contentType:newsItem", "Noticia")]
    [InlineData("contenttype:NEWSITEM", "Noticia")]
    [InlineData("contentType:newsItem,actionPlan", "Plan de acción 2018|Noticia")]
    [InlineData("contentType: newsItem , actionPlan ,", "Plan de acción 2018|Noticia")]
    [InlineData("contentType:news", "")]
    [InlineData("contentType:", "")]
    [InlineData("contentType:nothing", "")]
    public async Task a_type_is_matched_as_a_whole_in_any_case(string filter, string names) =>
        Assert.Equal(names, string.Join('|', await Site.NamesAsync($"filter={filter}")));

    [Theory]
    [InlineData("contentType:practice,term")]
    [InlineData("name:tequio")]
    [InlineData("name:practica")]
    [InlineData("theme:water,roads")]
    [InlineData("year:2019")]
    [InlineData("contentType:")]
    public async Task a_negation_is_the_exact_complement(string filter)
    {
        var everything = await Site.ListAsync("");
        var matching = await Site.ListAsync($"filter={filter}");

        var others = await Site.ListAsync($"filter={filter.Replace(":", ":!", StringComparison.Ordinal)}");

        Assert.Equal(
            everything.Select(item => item.Key()).Except(matching.Select(item => item.Key())),
            others.Select(item => item.Key()));
    }

    [Theory]
    [InlineData("tequio", "Tequio para el camino de saca|Tequio|Cartel del tequio")]
    [InlineData("TEQUIO", "Tequio para el camino de saca|Tequio|Cartel del tequio")]
    [InlineData("camino tequio", "Tequio para el camino de saca")]
    [InlineData("nandu canada", "Ñandú, árbol & «cañada» <br>")]
    [InlineData("ÑANDÚ", "Ñandú, árbol & «cañada» <br>")]
    [InlineData("tequi", "")]
    [InlineData("tequio nada", "")]
    [InlineData("", "")]
    [InlineData("¿?", "")]
    public async Task a_name_is_matched_by_its_words(string words, string names) =>
        Assert.Equal(names, string.Join('|', await Site.NamesAsync($"filter=name:{Uri.EscapeDataString(words)}")));

    [Fact]
    public async Task every_full_name_finds_its_item()
    {
        foreach (var site in (TestSite[])[Site, seeded.Site])
        {
            foreach (var item in await site.ListAsync("fields="))
            {
                var found = await site.ListAsync($"fields=&filter=name:{Uri.EscapeDataString(item.Text("name"))}");

                Assert.Contains(item.Key(), found.Select(other => other.Key()));
            }
        }
    }

    [Theory]
    [InlineData("createDate:2026-02-03T15:04:05Z", false)]
    [InlineData("createDate>2026-02-03T15:04:05", true)]
    [InlineData("createDate>:2026-02-03T15:04:05Z", false)]
    [InlineData("createDate<2026-02-03T15:04:05Z", true)]
    [InlineData("createDate<:2026-02-03T15:04:05Z", false)]
    [InlineData("createDate:!2026-02-03T15:04:05Z", true)]
    [InlineData("CREATEDATE>:2026-02-03T09:04:05-06:00", false)]
    public async Task a_date_is_compared_as_an_instant(string filter, bool leavesOutTequio)
    {
        var everything = await Site.ListAsync("");
        var instant = new DateTimeOffset(2026, 2, 3, 15, 4, 5, TimeSpan.Zero);

        var found = await Site.ListAsync($"filter={Uri.EscapeDataString(filter)}");

        Assert.Equal(everything.Where(Holds).Select(item => item.Key()), found.Select(item => item.Key()));
        Assert.Equal(leavesOutTequio, !found.Any(item => item.Key() == AnItem.KeyOf("tequio")));

        bool Holds(JsonElement item)
        {
            var compared = item.GetProperty("createDate").GetDateTimeOffset().CompareTo(instant);
            return filter["createDate".Length..] switch
            {
                [':', '!', ..] => compared != 0,
                ['>', ':', ..] => compared >= 0,
                ['<', ':', ..] => compared <= 0,
                ['>', ..] => compared > 0,
                ['<', ..] => compared < 0,
                _ => compared == 0,
            };
        }
    }

    [Fact]
    public async Task an_update_date_finds_exactly_what_was_updated_since()
    {
        var everything = await Site.ListAsync("");
        var middle = everything.Select(item => item.GetProperty("updateDate").GetDateTimeOffset()).Order().ElementAt(everything.Count / 2);

        var since = await Site.ListAsync($"filter=updateDate>:{Uri.EscapeDataString(middle.ToString("O", CultureInfo.InvariantCulture))}");
        var before = await Site.ListAsync($"filter=updateDate<{Uri.EscapeDataString(middle.ToString("O", CultureInfo.InvariantCulture))}");

        Assert.Equal(everything.Count, since.Count + before.Count);
        Assert.All(since, item => Assert.True(item.GetProperty("updateDate").GetDateTimeOffset() >= middle));
    }

    [Theory]
    [InlineData("createDate>yesterday")]
    [InlineData("createDate>")]
    [InlineData("updateDate<2026-13-45")]
    [InlineData("createDate:99999-01-01")]
    [InlineData("createDate:>2020-01-01")]
    [InlineData("updateDate>:%F0%9F%8C%BD")]
    public async Task a_value_that_is_no_date_has_no_effect(string filter) =>
        Assert.Equal((await Site.GetAsync("content")).Text, (await Site.GetAsync($"content?filter={filter}")).Text);

    [Fact]
    public async Task all_filters_hold_together_and_blank_ones_do_not_count()
    {
        var names = await Site.NamesAsync("filter=contentType:practice&filter=&filter=%20&filter=name:!faena&filter=createDate>2026-01-01");

        Assert.Equal(["Tequio para el camino de saca", "Ñandú, árbol & «cañada» <br>"], names);
    }

    [Theory]
    [InlineData("nothing:x")]
    [InlineData("name")]
    [InlineData(":x")]
    [InlineData("name>x")]
    [InlineData("contentType<x")]
    [InlineData("level:2")]
    [InlineData("id:5")]
    [InlineData("year")]
    [InlineData("theme>water")]
    [InlineData("!name:x")]
    public async Task a_filter_that_nobody_knows_is_refused_even_beside_good_ones(string filter)
    {
        var answer = await Site.GetAsync($"content?filter=contentType:page&filter={Uri.EscapeDataString(filter)}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("Filter option not found", answer.Json.Text("title"));
    }

    [Theory]
    [InlineData("%EF%BF%BE")]
    [InlineData("%EF%BF%BF")]
    [InlineData("%F0%9F%98%80")]
    [InlineData("a%CC%81%CC%81%CC%81")]
    [InlineData("%ED%A0%80x")]
    public async Task a_name_of_strange_letters_is_only_a_name(string name) =>
        Assert.Equal(HttpStatusCode.OK, (await Site.GetAsync($"content?filter=name:{name}")).Status);
}
