using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Repository.Core.Content;
using Repository.Core.Editors;
using Repository.Core.Publishing;
using Repository.Core.Schema;
using Repository.Testing;
using Repository.Web.Live;

namespace Repository.Specs.Delivery;

/// <summary>What is published is seen at the next request, also where other items show it, and in other processes soon after.</summary>
public sealed class FreshnessTests : IAsyncLifetime
{
    /// <summary>For a broken build, not for a slow machine: within a second is the promise, and benchmarks hold us to it.</summary>

    private VillageSite? _village;

    private TestSite Site => _village!.Site;

    public async ValueTask InitializeAsync() => _village = await VillageSite.StartAsync();

    public ValueTask DisposeAsync() => _village?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Fact]
    public async Task a_new_item_is_in_every_list_at_the_next_request_and_leaves_them_all_when_it_is_withdrawn()
    {
        var before = (await Site.GetAsync("content")).Total;

        var key = await Site.CreateAsync(new NewItem { Type = "page", Parent = AnItem.KeyOf("paginas"), Content = ItemContent.Named("Recién llegada", Village.Spanish), By = "ana" });
        var drafted = (await Site.GetAsync("content")).Total;
        await Site.PublishKeyAsync(key);
        var published = (await Site.GetAsync("content")).Total;
        var found = await Site.NamesAsync("filter=name:recien&fetch=children:/paginas");
        await Site.UnpublishKeyAsync(key);

        Assert.Equal((before, before + 1), (drafted, published));
        Assert.Equal(["Recién llegada"], found);
        Assert.Equal(before, (await Site.GetAsync("content")).Total);
        Assert.Equal(HttpStatusCode.NotFound, (await Site.GetAsync("content/item/paginas/recien-llegada")).Status);
    }

    [Fact]
    public async Task a_picker_shows_its_item_as_it_is_now()
    {
        var before = Picked(await Site.ItemAsync("home"));

        await Site.RenameAsync("asamblea", "Asamblea renovada");
        var renamed = Picked(await Site.ItemAsync("home"));
        await Site.RenameAsync("practicas", "Prácticas vivas");
        var moved = Picked(await Site.ItemAsync("home"));
        await Site.RestrictAsync("asamblea");
        var restricted = Picked(await Site.ItemAsync("home"));
        await Site.RestrictAsync("asamblea", restricted: false);
        await Site.PublishAsync("draft");
        var released = Picked(await Site.ItemAsync("home"));

        Assert.Equal(["/practicas/tequio-para-el-camino-de-saca/", "/practicas/asamblea-de-la-milpa/"], before);
        Assert.Equal("/practicas/asamblea-renovada/", renamed[1]);
        Assert.Equal(["/practicas-vivas/tequio-para-el-camino-de-saca/", "/practicas-vivas/asamblea-renovada/"], moved);
        Assert.Single(restricted);
        Assert.Equal(["/practicas-vivas/tequio-para-el-camino-de-saca/", "/practicas-vivas/borrador-de-practica/", "/practicas-vivas/asamblea-renovada/"], released);

        static string[] Picked(JsonElement home) => [.. home.Property("featured").EnumerateArray().Select(item => item.Path())];
    }

    [Fact]
    public async Task links_rich_text_blocks_and_crops_show_their_targets_as_they_are_now()
    {
        await Site.ItemAsync("acerca");
        await Site.ItemAsync("tequio");
        await Site.ItemAsync("home");

        await Site.RenameAsync("asamblea", "Otra asamblea");
        await Site.RenameAsync("home", "Principio");
        await Site.RenameAsync("cartel", "Cartel nuevo");
        await Site.SaveAsync("assembly-image", content => content.WithName("Viñetas").With("umbracoFile", """{"src":"/media/aaaa0002/mapa.svg","crops":[],"focalPoint":{"left":0.1,"top":0.2}}"""));
        var page = await Site.ItemAsync("acerca");
        var practice = await Site.ItemAsync("tequio");
        var home = await Site.ItemAsync("home");

        Assert.Contains("href=\"/practicas/otra-asamblea/?pagina=2#fin\" data-start-item-path=\"principio\"", page.Property("body").Text("markup"), StringComparison.Ordinal);
        Assert.Equal("Otra asamblea", practice.Property("relatedLinks")[0].Text("title"));
        Assert.Equal("principio", practice.Property("relatedLinks")[0].GetProperty("route").GetProperty("startItem").Text("path"));
        Assert.Equal("Viñetas", practice.Property("gallery")[0].Text("name"));
        Assert.Equal("""{"left":0.1,"top":0.2}""", practice.Property("gallery")[0].GetProperty("focalPoint").GetRawText());
        Assert.Equal("/media/aaaa0002/mapa.svg", practice.Property("coverImage")[0].Text("url"));
        Assert.Contains("\"Cartel nuevo\"", home.Property("blocks").GetRawText(), StringComparison.Ordinal);
        Assert.Equal("principio", home.GetProperty("route").GetProperty("startItem").Text("path"));
    }

    [Fact]
    public async Task a_broken_link_is_mended_when_its_target_appears_and_broken_again_when_it_goes()
    {
        var before = (await Site.ItemAsync("acerca")).Property("body").Text("markup");

        await Site.PublishAsync("draft");
        var during = (await Site.ItemAsync("acerca")).Property("body").Text("markup");
        await Site.UnpublishAsync("draft");
        var after = (await Site.ItemAsync("acerca")).Property("body").Text("markup");

        Assert.Contains("href=\"/practicas/borrador-de-practica/\"", during, StringComparison.Ordinal);
        Assert.Equal(before, after);
    }

    [Fact]
    public async Task filters_by_a_vocabulary_follow_the_key_of_its_term_and_the_place_of_an_ancestor()
    {
        await Site.SaveAsync("roads", content => content.With("key", "paths"));
        await Site.PublishAsync("roads");

        Assert.Empty(await Site.NamesAsync("filter=theme:roads"));
        Assert.Equal(["Tequio para el camino de saca"], await Site.NamesAsync("filter=theme:paths"));
        await Site.SaveAsync("plan", content => content.With("sourceId", "PAL-EJ-2019"));
        await Site.PublishAsync("plan");
        Assert.Equal(["Compromiso 1", "Actividad 1.1", "Cartel del tequio"], await Site.NamesAsync("filter=plan:PAL-EJ-2019"));
    }

    [Fact]
    public async Task one_language_comes_and_goes_by_itself()
    {
        await Site.PublishAsync("asamblea", Village.English);
        var there = await Site.NamesAsync("filter=contentType:practice", ("Accept-Language", "en"));
        await Site.UnpublishAsync("asamblea", Village.English);
        var gone = await Site.NamesAsync("filter=contentType:practice", ("Accept-Language", "en"));

        Assert.Equal(["Assembly", "Communal work for the road", "Nandu"], there);
        Assert.Equal(["Communal work for the road", "Nandu"], gone);
        Assert.Equal("Asamblea de la milpa", (await Site.ItemAsync("asamblea")).Text("name"));
    }

    [Fact]
    public async Task another_process_sees_an_edit_an_import_a_move_and_a_removal()
    {
        var other = await _village!.AnotherAsync();

        await Site.RenameAsync("acerca", "Acerca de aquí");
        await Patience.UntilAsync(async () => (await other.GetAsync("content/item/paginas/acerca-de-aqui")).Status == HttpStatusCode.OK, TestContext.Current.CancellationToken);
        await _village.WriteACircleAsync(items: 3);
        await Patience.UntilAsync(async () => (await other.GetAsync("content?filter=name:circle")).Total == 3, TestContext.Current.CancellationToken);
        await other.MoveAsync("tercera", "acerca");
        await Patience.UntilAsync(async () => (await Site.GetAsync("content/item/paginas/acerca-de-aqui/tercera")).Status == HttpStatusCode.OK, TestContext.Current.CancellationToken);
        await Site.TrashAsync("acerca");
        await Patience.UntilAsync(async () => (await other.GetAsync("content?fetch=descendants:/paginas&filter=contentType:page")).Total == 0, TestContext.Current.CancellationToken);

        Assert.Equal((await Site.GetAsync("content?take=1000")).Text, (await other.GetAsync("content?take=1000")).Text);
    }

    [Fact]
    public async Task what_is_scheduled_comes_and_goes_at_its_time_and_not_before()
    {
        var now = TimeProvider.System.GetUtcNow();
        await Site.ScheduleAsync("draft", new Planned(Village.Spanish, ScheduledAction.Release, now.AddSeconds(2)));
        await Site.ScheduleAsync("draft", new Planned(Village.Spanish, ScheduledAction.Expire, now.AddSeconds(4)));

        var first = (await Site.GetAsync($"content/item/{AnItem.KeyOf("draft")}")).Status;
        var askedAt = TimeProvider.System.GetUtcNow();
        await Patience.UntilAsync(async () => (await Site.GetAsync($"content/item/{AnItem.KeyOf("draft")}")).Status == HttpStatusCode.OK, TestContext.Current.CancellationToken);
        var cameAt = TimeProvider.System.GetUtcNow();
        await Patience.UntilAsync(async () => (await Site.GetAsync($"content/item/{AnItem.KeyOf("draft")}")).Status == HttpStatusCode.NotFound, TestContext.Current.CancellationToken);

        Assert.True(first == HttpStatusCode.NotFound || askedAt >= now.AddSeconds(2));
        Assert.True(cameAt >= now.AddSeconds(2));
        Assert.True(TimeProvider.System.GetUtcNow() >= now.AddSeconds(4));
    }

    [Fact]
    public async Task a_transaction_is_seen_whole_however_many_lines_it_writes()
    {
        using var follower = await FollowerAsync();
        var before = follower.Current.Cursor;

        await Site.Service<IContentStore>().WriteAsync(
            async transaction =>
            {
                await WithdrawAsync(transaction, "faena");
                for (var line = 0; line < 6_000; line++) await LogAsync(transaction, ChangeKind.Saved, "faena");
                return new WriteResult.Done(await WithdrawAsync(transaction, "faena-dos"), Guid.Empty, 0);
            },
            Cancellation);
        await follower.ServeAsync(before + 1, Cancellation);

        Assert.Equal((false, false), (Sees(follower, "faena"), Sees(follower, "faena-dos")));
    }

    [Fact]
    public async Task transactions_that_come_while_another_is_read_are_seen_whole_too()
    {
        var store = Site.Service<IContentStore>();
        using var follower = await FollowerAsync();
        var shown = await store.ReadAsync(async reader => (await reader.PublicationsAsync(AnItem.KeyOf("faena")))[0], Cancellation);
        var shownToo = await store.ReadAsync(async reader => (await reader.PublicationsAsync(AnItem.KeyOf("faena-dos")))[0], Cancellation);
        var written = WriteAsync();

        while (!written.IsCompleted)
        {
            await follower.ServeAsync(follower.Current.Cursor + 1, Cancellation);
            Assert.Equal(Sees(follower, "faena"), Sees(follower, "faena-dos"));
        }

        await written;

        // Lines about one of the two stand between transactions that change both.
        async Task WriteAsync()
        {
            for (var round = 0; round < 100; round++)
            {
                await store.WriteAsync(async transaction => new WriteResult.Done(await LogAsync(transaction, ChangeKind.Published, "faena"), Guid.Empty, 0), Cancellation);
                await store.WriteAsync(
                    async transaction =>
                    {
                        if (round % 2 == 0)
                        {
                            await WithdrawAsync(transaction, "faena");
                            return new WriteResult.Done(await WithdrawAsync(transaction, "faena-dos"), Guid.Empty, 0);
                        }

                        await transaction.PublishAsync(shown);
                        await transaction.PublishAsync(shownToo);
                        await LogAsync(transaction, ChangeKind.Published, "faena");
                        return new WriteResult.Done(await LogAsync(transaction, ChangeKind.Published, "faena-dos"), Guid.Empty, 0);
                    },
                    Cancellation);
            }
        }
    }

    [Fact]
    public async Task one_answer_is_of_one_moment_however_much_is_published_meanwhile()
    {
        using var edited = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 6).Select(_ => ReadUntilAsync(edited.Token)).ToArray();

        for (var number = 0; number < 40; number++) await Site.RenameAsync("asamblea", $"Asamblea {number}");
        await edited.CancelAsync();
        var read = await Task.WhenAll(readers);

        Assert.All(read, answers => Assert.True(answers > 0));
        Assert.Equal("Asamblea 39", (await Site.ItemAsync("asamblea")).Text("name"));
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A snapshot of its own, brought up to date by the test alone.</summary>
    private async Task<LiveContent> FollowerAsync()
    {
        var follower = new LiveContent(Site.Service<IContentStore>(), Site.Service<ContentSchema>(), Site.Service<EditorRegistry>(), drafts: false, NullLogger<LiveContent>.Instance);
        await follower.LoadAsync(Cancellation);
        return follower;
    }

    private static bool Sees(LiveContent follower, string handle) => follower.Current.Find(AnItem.KeyOf(handle)) is not null;

    private static async Task<long> WithdrawAsync(IContentTransaction transaction, string handle)
    {
        await transaction.UnpublishAsync(AnItem.KeyOf(handle), Village.Spanish);
        return await LogAsync(transaction, ChangeKind.Unpublished, handle);
    }

    private static Task<long> LogAsync(IContentTransaction transaction, ChangeKind kind, string handle) =>
        transaction.LogAsync(kind, ItemKind.Document, AnItem.KeyOf(handle), Village.Spanish, DateTimeOffset.UnixEpoch, "specs");

    /// <summary>An item, a picker that holds it and a link to it, all in one answer.</summary>
    private async Task<int> ReadUntilAsync(CancellationToken edited)
    {
        var answers = 0;
        while (!edited.IsCancellationRequested || answers == 0)
        {
            var items = await Site.JsonAsync($"content/items?id={AnItem.KeyOf("asamblea")}&id={AnItem.KeyOf("home")}&id={AnItem.KeyOf("tequio")}");
            var name = items[0].Text("name");

            Assert.Equal(name, items[1].Property("featured")[1].Text("name"));
            Assert.Equal(name, items[2].Property("relatedLinks")[0].Text("title"));
            Assert.Equal(items[0].Path(), items[2].Property("relatedLinks")[0].Path());
            answers++;
        }

        return answers;
    }
}
