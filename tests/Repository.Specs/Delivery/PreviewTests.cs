using System.Net;

namespace Repository.Specs.Delivery;

/// <summary>Drafts for those who have the key: contract, section 2.</summary>
public sealed class PreviewTests(KeyedVillageSite village) : IClassFixture<KeyedVillageSite>
{
    private static readonly (string, string)[] Preview = [("Preview", "true"), ("Api-Key", "secreto")];

    private TestSite Site => village.Site;

    [Theory]
    [InlineData("true", null, 401)]
    [InlineData("true", "wrong", 401)]
    [InlineData("true", "SECRETO", 401)]
    [InlineData("true", "undefined", 401)]
    [InlineData("TRUE", null, 401)]
    [InlineData("true", "secreto", 200)]
    [InlineData("True", "secreto", 200)]
    [InlineData("false", null, 200)]
    [InlineData("1", null, 200)]
    [InlineData("yes", "wrong", 200)]
    [InlineData(null, "undefined", 200)]
    [InlineData(null, "wrong", 200)]
    public async Task preview_needs_the_key_and_a_needless_key_does_no_harm(string? preview, string? key, int status)
    {
        var headers = new List<(string, string)>();
        if (preview is not null) headers.Add(("Preview", preview));
        if (key is not null) headers.Add(("Api-Key", key));
        foreach (var path in (string[])["content", "content/item/", "content/items", "media?fetch=children:/", "media/items"])
        {
            var answer = await Site.GetAsync(path, [.. headers]);

            Assert.Equal(status, (int)answer.Status);
            if (status != 401) continue;
            Assert.Equal("Unauthorized", answer.Json.Text("title"));
            Assert.Equal("no-store", answer.Header("Cache-Control"));
        }
    }

    [Fact]
    public async Task what_was_never_public_is_found_by_key_and_by_a_path_made_of_its_key()
    {
        var key = AnItem.KeyOf("draft");

        var item = await Site.ItemAsync("draft", "", Preview);
        var byPath = await Site.JsonAsync($"content/item/preview-{key}", Preview);
        var bySlashes = await Site.JsonAsync($"content/item//preview-{key}/", Preview);
        var without = await Site.GetAsync($"content/item/preview-{key}");

        Assert.Equal($"/preview-{key}/", item.Path());
        Assert.Equal(item.GetRawText(), byPath.GetRawText());
        Assert.Equal(item.GetRawText(), bySlashes.GetRawText());
        Assert.Equal(HttpStatusCode.NotFound, without.Status);
    }

    [Fact]
    public async Task every_item_in_preview_is_found_by_the_path_it_shows()
    {
        foreach (var item in await Site.ListAsync("fields=", Preview))
        {
            var root = item.GetProperty("route").GetProperty("startItem").Key().ToString();
            var byPath = await Site.JsonAsync($"content/item{item.Path()}?fields=", [.. Preview, ("Start-Item", root)]);

            Assert.Equal(item.GetRawText(), byPath.GetRawText());
        }
    }

    [Fact]
    public async Task a_draft_of_a_public_item_shows_its_new_words_at_its_public_address()
    {
        await Site.SaveAsync("acerca", content => content.WithName("Acerca de todo", Village.Spanish).With("seoTitle", "Nuevo", Village.Spanish));

        var draft = await Site.JsonAsync("content/item/paginas/acerca", Preview);
        var shown = await Site.JsonAsync("content/item/paginas/acerca");

        Assert.Equal("Acerca de todo", draft.Text("name"));
        Assert.Equal("Nuevo", draft.Property("seoTitle").GetString());
        Assert.Equal("/paginas/acerca/", draft.Path());
        Assert.Equal("Acerca", shown.Text("name"));
    }

    [Fact]
    public async Task a_preview_is_as_new_as_the_last_save()
    {
        await Site.ListAsync("", Preview);

        for (var number = 1; number < 4; number++)
        {
            await Site.SaveAsync("withdrawn", content => content.WithName($"Borrador {number}", Village.Spanish));

            Assert.Equal($"Borrador {number}", (await Site.ItemAsync("withdrawn", "", Preview)).Text("name"));
        }
    }

    [Fact]
    public async Task a_preview_lists_drafts_and_restricted_items_and_nothing_from_the_bin()
    {
        var names = await Site.NamesAsync("filter=contentType:practice,replication", Preview);

        Assert.Contains("Borrador de práctica", names);
        Assert.Contains("Práctica reservada", names);
        Assert.Contains("Réplica huérfana", names);
        Assert.DoesNotContain("Práctica en la papelera", names);
    }

    [Fact]
    public async Task what_is_picked_is_shown_as_its_draft()
    {
        var home = await Site.ItemAsync("home", "", Preview);

        Assert.Equal(["Tequio para el camino de saca", "Borrador de práctica", "Asamblea de la milpa"], home.Property("featured").EnumerateArray().Select(item => item.Text("name")));
    }

    [Fact]
    public async Task previews_are_kept_by_nobody_and_their_tags_are_their_own()
    {
        var draft = await Site.GetAsync("content", Preview);
        var shown = await Site.GetAsync("content");

        Assert.Equal("no-store", draft.Header("Cache-Control"));
        Assert.Null(shown.Header("Cache-Control"));
        Assert.NotEqual(shown.Header("ETag"), draft.Header("ETag"));
    }

    [Fact]
    public async Task without_a_key_configured_nothing_opens_preview()
    {
        var keyless = await village.AnotherAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, (await keyless.GetAsync("content", ("Preview", "true"), ("Api-Key", ""))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await keyless.GetAsync("content", ("Preview", "true"))).Status);
    }
}
