using System.Net;

namespace Repository.Specs.Seeded;

public sealed class FilterSpecs(SeededSite seeded)
{
    private readonly Api _api = seeded.Api;

    [Theory]
    [InlineData("contentType:practice", 30)]
    [InlineData("contenttype:PRACTICE", 30)]
    [InlineData("contentType:practice,municipality", 600)]
    [InlineData("contentType:%20practice%20,%20actionPlan%20", 32)]
    [InlineData("contentType:", 0)]
    [InlineData("contentType:nada", 0)]
    [InlineData("contentType:municipality&filter=region:laCanada", 45)]
    [InlineData("contentType:municipality&filter=region:laCanada,mixteca", 200)]
    [InlineData("contentType:municipality&filter=region:!laCanada", 525)]
    [InlineData("contentType:municipality&filter=municipality:20067", 0)]
    [InlineData("contentType:practice&filter=municipality:20067", 1)]
    [InlineData("contentType:practice&filter=sheetKind:documentary", 30)]
    [InlineData("contentType:practice&filter=sheetKind:systematised", 0)]
    [InlineData("contentType:practice&filter=kind:planCommitment", 5)]
    [InlineData("contentType:activity&filter=plan:pal-oax-2018", 72)]
    [InlineData("contentType:commitment&filter=plan:pal-oax-2018", 11)]
    [InlineData("year:2018&filter=contentType:dataset", 2)]
    [InlineData("year>2018&filter=contentType:actionPlan", 1)]
    [InlineData("year>:2018&filter=contentType:actionPlan", 2)]
    [InlineData("year<:2018&filter=contentType:actionPlan", 1)]
    [InlineData("year<2018&filter=contentType:actionPlan", 0)]
    [InlineData("year:2018,2019&filter=contentType:actionPlan", 2)]
    [InlineData("year:!2018&filter=contentType:actionPlan", 1)]
    [InlineData("createDate>2026-01-01&filter=contentType:practice", 30)]
    [InlineData("createDate<2026-01-01&filter=contentType:practice", 0)]
    [InlineData("createDate>:2026-01-15T12:00:00&filter=contentType:practice", 30)]
    [InlineData("createDate>2026-01-15T12:00:00Z&filter=contentType:practice", 0)]
    [InlineData("createDate:2026-01-15T06:00:00-06:00&filter=contentType:practice", 30)]
    [InlineData("createDate:!2026-01-15T12:00:00Z&filter=contentType:practice", 0)]
    [InlineData("createDate>no-es-fecha&filter=contentType:practice", 30)]
    [InlineData("period:2019-07", 0)]
    [InlineData("court:x", 0)]
    [InlineData("language:zap-MX&filter=contentType:practice", -1)]
    [InlineData("LANGUAGE:ZAP-mx&filter=contentType:practice", -1)]
    [InlineData("status:unknown&filter=contentType:practice", 30)]
    public async Task a_filter_narrows_a_list(string filter, int expected)
    {
        var total = await _api.TotalAsync($"?filter={filter}&take=0");

        if (expected < 0) Assert.InRange(total, 1, 29);
        else Assert.Equal(expected, total);
    }

    [Theory]
    [InlineData("theme:waterAndSanitation")]
    [InlineData("principle:transparency")]
    [InlineData("communityForm:assembly,tequio")]
    [InlineData("sdg:16")]
    [InlineData("sdg:16.7")]
    [InlineData("name:municipio")]
    [InlineData("region:mixteca")]
    [InlineData("contentType:term,actor")]
    [InlineData("year:2018")]
    public async Task a_filter_and_its_negation_part_every_list_in_two(string filter)
    {
        var negated = filter.Replace(":", ":!", StringComparison.Ordinal);

        var all = (await _api.ItemsAsync("?take=100000")).Select(item => item.Id()).ToHashSet();
        var with = (await _api.ItemsAsync($"?filter={filter}&take=100000")).Select(item => item.Id()).ToHashSet();
        var without = (await _api.ItemsAsync($"?filter={negated}&take=100000")).Select(item => item.Id()).ToHashSet();

        Assert.NotEmpty(with);
        Assert.Empty(with.Intersect(without));
        Assert.Equal(all.Order(), with.Union(without).Order());
    }

    [Fact]
    public async Task a_goal_counts_its_targets_and_a_principle_counts_for_its_nearest_core()
    {
        var goal = await _api.ItemsAsync("?filter=contentType:practice&filter=sdg:16&take=100");
        var target = await _api.ItemsAsync("?filter=contentType:practice&filter=sdg:16.7&take=100");
        var nearest = await _api.ItemsAsync("?filter=contentType:practice&filter=principle:cocreation&take=100");

        Assert.ProperSubset(goal.Select(item => item.Id()).ToHashSet(), target.Select(item => item.Id()).ToHashSet());
        Assert.Contains(nearest, item => item.Property("principles").EnumerateArray().All(principle => principle.Name() != "Cocreación"));
    }

    [Theory]
    [InlineData("municipality", "20103", "municipalities")]
    [InlineData("region", "northernSierra", "region")]
    [InlineData("theme", "communityGovernance", "themes")]
    public async Task an_items_own_key_serves_as_well_as_its_vocabulary_key(string alias, string key, string property)
    {
        var byKey = await _api.ItemsAsync($"?filter=contentType:practice&filter={alias}:{key}&take=100");
        Assert.NotEmpty(byKey);
        var picked = byKey[0].Property(property).EnumerateArray().Select(item => item.Id());

        var byId = await Task.WhenAll(picked.Select(id => _api.ItemsAsync($"?filter=contentType:practice&filter={alias}:{id}&take=100")));

        Assert.Contains(byId, items => items.Select(item => item.Id()).SequenceEqual(byKey.Select(item => item.Id())));
    }

    [Fact]
    public async Task an_actor_is_found_by_its_key_in_practices_that_name_it()
    {
        var actor = (await _api.GetAsync("/content/item/actores/ieepo")).Json;

        var practices = await _api.NamesAsync($"?filter=actor:{actor.Id()}&filter=contentType:practice");

        Assert.NotEmpty(practices);
    }

    [Theory]
    [InlineData("tequio", "Tequio")]
    [InlineData("TEQUIO", "Tequio")]
    [InlineData("asamblea comunitaria", "Asamblea comunitaria")]
    [InlineData("san pablo huitzo", "San Pablo Huitzo")]
    [InlineData("oaxaca juarez", "Oaxaca de Juárez")]
    public async Task a_name_is_found_by_its_words_without_case_and_accents(string text, string expected)
    {
        var names = await _api.NamesAsync($"?filter=name:{Uri.EscapeDataString(text)}&take=1000");

        Assert.Contains(expected, names);
    }

    [Fact]
    public async Task the_full_name_always_finds_its_item()
    {
        var items = await _api.ItemsAsync("?filter=contentType:!municipality,term&take=100000");

        foreach (var item in items.Where((_, index) => index % 11 == 0))
        {
            var found = await _api.ItemsAsync($"?filter=name:{Uri.EscapeDataString(item.Name())}&take=1000");
            Assert.Contains(found, other => other.Id() == item.Id());
        }
    }

    [Theory]
    [InlineData("filter=nombre:x")]
    [InlineData("filter=contentType")]
    [InlineData("filter=:x")]
    [InlineData("filter=region>mixteca")]
    [InlineData("filter=contentType>x")]
    [InlineData("filter=contentType:practice&filter=xyz:1")]
    [InlineData("filter=material:x")]
    public async Task a_filter_that_does_not_exist_is_refused_even_beside_good_ones(string query)
    {
        var reply = await _api.GetAsync($"/content?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.Equal("""{"type":"Error","title":"Filter option not found","status":400,"detail":"One of the attempted 'filter' options does not exist"}""", reply.Text);
    }

    [Fact]
    public async Task blank_filters_and_unknown_parameters_are_passed_over() =>
        Assert.Equal(await _api.TotalAsync("?"), await _api.TotalAsync("?filter=&filter=%20&sort=&x=y&fetch=&expand="));
}
