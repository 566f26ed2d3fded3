using System.Net;
using Repository.Core.Content;
using Repository.Testing;

namespace Repository.Specs.Seeded;

/// <summary>What readers see of what editors do: at the next request here, within a second elsewhere.</summary>
public sealed class PublishingSpecs(PublishingSite published) : IClassFixture<PublishingSite>
{
    private readonly Newsroom _desk = new(published.Site);
    private readonly Api _api = new(published.Site.Client);

    [Fact]
    public async Task a_publication_is_there_at_the_next_request_and_gone_at_the_one_after_its_end()
    {
        var tag = (await _api.GetAsync("/content?take=1")).Header("ETag");

        var key = await _desk.PublishedAsync("/acerca/", Newsroom.APage("Quehacer"));
        var published = await _api.GetAsync("/content/item/acerca/quehacer");
        var newTag = (await _api.GetAsync("/content?take=1")).Header("ETag");
        await _desk.UnpublishAsync(key);

        Assert.Equal(HttpStatusCode.OK, published.Status);
        Assert.NotEqual(tag, newTag);
        Assert.Equal(HttpStatusCode.NotFound, (await _api.GetAsync("/content/item/acerca/quehacer")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _api.GetAsync($"/content/item/{key}")).Status);
        Assert.Equal(0, await _api.TotalAsync("?filter=name:quehacer"));
    }

    [Fact]
    public async Task a_draft_is_seen_in_preview_alone_and_leaves_tags_as_they_are()
    {
        var tag = (await _api.GetAsync("/content?take=1")).Header("ETag");

        var key = await _desk.CreateAsync("/acerca/", Newsroom.APage("En borrador"));

        Assert.Equal(HttpStatusCode.NotFound, (await _api.GetAsync($"/content/item/{key}")).Status);
        Assert.Equal(tag, (await _api.GetAsync("/content?take=1")).Header("ETag"));
        foreach (var path in (string[])[$"/{key}", $"/preview-{key}", $"preview-{key}", $"//preview-{key}/"])
        {
            var preview = await _api.GetAsync($"/content/item/{path.TrimStart('/')}", "Preview: true", "Api-Key: k");
            Assert.Equal(HttpStatusCode.OK, preview.Status);
            Assert.Equal($"/preview-{key}/", preview.Json.Path());
        }

        Assert.Equal(["En borrador"], await _api.NamesAsync("?filter=name:borrador", "Preview: true", "Api-Key: k"));
    }

    [Fact]
    public async Task a_changed_draft_of_a_published_item_keeps_its_address_in_preview()
    {
        var key = await _desk.PublishedAsync("/acerca/", Newsroom.APage("Equipo"));

        await _desk.SaveAsync(key, Newsroom.APage("Equipo", "Otra cosa."));

        var preview = (await _api.GetAsync($"/content/item/{key}", "Preview: true", "Api-Key: k")).Json;
        Assert.Equal("Otra cosa.", preview.Property("summary").GetString());
        Assert.Equal("/acerca/equipo/", preview.Path());
        Assert.Equal("Una página para probar.", (await _api.GetAsync("/content/item/acerca/equipo")).Json.Property("summary").GetString());
    }

    [Fact]
    public async Task a_renamed_item_is_found_again_by_its_old_address_and_so_is_what_lies_below()
    {
        var parent = await _desk.PublishedAsync("/acerca/", Newsroom.APage("Normas"));
        await _desk.PublishedAsync("/acerca/normas/", Newsroom.APage("Estatal"));

        await _desk.SaveAsync(parent, Newsroom.APage("Leyes y normas"));
        await _desk.PublishAsync(parent);

        foreach (var (old, now) in ((string, string)[])[("acerca/normas", "/acerca/leyes-y-normas/"), ("acerca/normas/estatal", "/acerca/leyes-y-normas/estatal/")])
        {
            var moved = await _api.GetAsync($"/content/item/{old}");
            Assert.Equal(HttpStatusCode.MovedPermanently, moved.Status);
            Assert.Equal(now, moved.Header("Location"));
            Assert.Equal("inicio", moved.Header("Location-Start-Item-Path"));
            Assert.True(Guid.TryParse(moved.Header("Location-Start-Item-Id"), out _));
        }
    }

    [Fact]
    public async Task a_moved_item_redirects_and_a_new_one_takes_over_the_old_address()
    {
        var from = await _desk.PublishedAsync("/acerca/", Newsroom.APage("Aquí"));
        var to = await _desk.PublishedAsync("/acerca/", Newsroom.APage("Allá"));
        var page = await _desk.PublishedAsync("/acerca/aqui/", Newsroom.APage("Página"));

        await _desk.MoveAsync(page, to);
        var moved = await _api.GetAsync("/content/item/acerca/aqui/pagina");
        await _desk.PublishedAsync("/acerca/aqui/", Newsroom.APage("Página"));

        Assert.Equal("/acerca/alla/pagina/", moved.Header("Location"));
        Assert.Equal(HttpStatusCode.OK, (await _api.GetAsync("/content/item/acerca/aqui/pagina")).Status);
        Assert.NotEqual(from, to);
    }

    [Fact]
    public async Task siblings_of_one_name_get_addresses_of_their_own()
    {
        await _desk.PublishedAsync("/acerca/", Newsroom.APage("Igual"));
        await _desk.PublishedAsync("/acerca/", Newsroom.APage("Igual"));

        Assert.Equal(HttpStatusCode.OK, (await _api.GetAsync("/content/item/acerca/igual")).Status);
        Assert.Equal(HttpStatusCode.OK, (await _api.GetAsync("/content/item/acerca/igual-1")).Status);
    }

    [Fact]
    public async Task a_restricted_item_and_all_below_it_do_not_exist_for_anonymous_visitors()
    {
        var before = await _api.TotalAsync("?");
        var closed = await _desk.PublishedAsync("/acerca/", Newsroom.APage("Reservada"));
        var below = await _desk.PublishedAsync("/acerca/reservada/", Newsroom.APage("Interior"));
        var linking = await _desk.PublishedAsync("/acerca/", Newsroom.APage("Con enlace").With("relatedLinks", $$"""[{"name":null,"target":null,"udi":"umb://document/{{closed:n}}","url":null}]""", Newsroom.Spanish));

        await _desk.RestrictAsync(closed);

        Assert.Equal(before + 1, await _api.TotalAsync("?"));
        foreach (var address in (string[])[$"/content/item/{closed}", $"/content/item/{below}", "/content/item/acerca/reservada", "/content/item/acerca/reservada/interior"])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await _api.GetAsync(address)).Status);
        }

        Assert.Equal("[]", (await _api.GetAsync($"/content/items?id={closed}&id={below}")).Text);
        Assert.Equal(0, await _api.TotalAsync($"?fetch=children:{closed}"));
        Assert.Equal("[]", (await _api.GetAsync($"/content/item/{linking}")).Json.Property("relatedLinks").GetRawText());
        Assert.Equal(HttpStatusCode.OK, (await _api.GetAsync($"/content/item/{closed}", "Preview: true", "Api-Key: k")).Status);
        await _desk.RestrictAsync(closed, restricted: false);
        Assert.Equal(HttpStatusCode.OK, (await _api.GetAsync("/content/item/acerca/reservada/interior")).Status);
    }

    [Fact]
    public async Task what_lies_below_an_unpublished_item_is_not_served()
    {
        var parent = await _desk.PublishedAsync("/acerca/", Newsroom.APage("Arriba"));
        var child = await _desk.PublishedAsync("/acerca/arriba/", Newsroom.APage("Abajo"));

        await _desk.UnpublishAsync(parent);

        Assert.Equal(HttpStatusCode.NotFound, (await _api.GetAsync($"/content/item/{child}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _api.GetAsync("/content/item/acerca/arriba/abajo")).Status);
    }

    [Fact]
    public async Task what_goes_into_the_bin_leaves_lists_and_pickers()
    {
        var target = await _desk.PublishedAsync("/acerca/", Newsroom.APage("Destino"));
        var news = await _desk.PublishedAsync("/noticias/", ItemContent.Named("Aviso", Newsroom.Spanish).With("relatedItems", $"umb://document/{target:n}"), "newsItem");

        await _desk.TrashAsync(target);

        Assert.Equal(HttpStatusCode.NotFound, (await _api.GetAsync($"/content/item/{target}")).Status);
        Assert.Equal("[]", (await _api.GetAsync($"/content/item/{news}")).Json.Property("relatedItems").GetRawText());
    }

    [Fact]
    public async Task a_schedule_is_kept_within_a_second()
    {
        var key = await _desk.CreateAsync("/acerca/", Newsroom.APage("A su hora"));
        var release = TimeProvider.System.GetUtcNow().AddSeconds(1);
        await _desk.ScheduleAsync(key, ScheduledAction.Release, release);
        await _desk.ScheduleAsync(key, ScheduledAction.Expire, release.AddSeconds(2));

        await EventuallyAsync(_api, key, HttpStatusCode.OK);
        var seen = TimeProvider.System.GetUtcNow();
        await EventuallyAsync(_api, key, HttpStatusCode.NotFound);
        var gone = TimeProvider.System.GetUtcNow();

        Assert.True(seen >= release, $"{seen:o} {release:o}");
        Assert.True(gone >= release.AddSeconds(2), $"{gone:o} {release:o}");
    }

    [Fact]
    public async Task another_process_on_the_same_database_sees_it_too()
    {
        using var folder = new Testing.TemporaryFolder();
        await using var one = await TestSite.StartOnAsync(folder.Path);
        await using var other = await TestSite.StartOnAsync(folder.Path);

        var key = await new Newsroom(one).PublishedAsync("/acerca/", Newsroom.APage("En los dos"));

        await EventuallyAsync(new Api(other.Client), key, HttpStatusCode.OK);
    }

    private static Task EventuallyAsync(Api api, Guid key, HttpStatusCode expected) =>
        Patience.UntilAsync(async () => (await api.GetAsync($"/content/item/{key}")).Status == expected, TestContext.Current.CancellationToken);
}

/// <summary>A site of their own for those who write.</summary>
public sealed class PublishingSite : IAsyncLifetime
{
    private TestSite? _site;

    public TestSite Site => _site ?? throw new InvalidOperationException("The site has not started.");

    public async ValueTask InitializeAsync() => _site = await TestSite.StartAsync("Delivery:ApiKey=k");

    public async ValueTask DisposeAsync()
    {
        if (_site is not null) await _site.DisposeAsync();
    }
}
