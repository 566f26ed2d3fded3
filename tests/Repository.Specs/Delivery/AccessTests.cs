using System.Net;

namespace Repository.Specs.Delivery;

/// <summary>What the operator opens and closes: contract, sections 7 and 12.</summary>
public sealed class AccessTests(KeyedVillageSite village) : IClassFixture<KeyedVillageSite>
{
    private static readonly string[] Content = ["content", "content/item/", "content/item/nothing", $"content/item/{AnItem.KeyOf("acerca")}", $"content/items?id={AnItem.KeyOf("acerca")}"];
    private static readonly string[] Media = ["media?fetch=children:/", "media", "media/item/nothing", $"media/item/{AnItem.KeyOf("map")}", $"media/items?id={AnItem.KeyOf("map")}"];

    [Fact]
    public async Task without_public_access_everything_needs_the_key()
    {
        var site = await village.AnotherAsync("Delivery:PublicAccess=false", "Delivery:ApiKey=secreto");

        foreach (var path in Content.Concat(Media))
        {
            await RefusedAsync(site, path);
            await RefusedAsync(site, path, ("Api-Key", "wrong"));
            var opened = await site.GetAsync(path, ("Api-Key", "secreto"));
            Assert.NotEqual(HttpStatusCode.Unauthorized, opened.Status);
            Assert.Equal("no-store", opened.Header("Cache-Control"));
        }
    }

    [Fact]
    public async Task without_a_key_configured_a_closed_api_stays_closed()
    {
        var site = await village.AnotherAsync("Delivery:PublicAccess=false");

        await RefusedAsync(site, "content");
        await RefusedAsync(site, "content", ("Api-Key", ""));
        await RefusedAsync(site, "content", ("Api-Key", "undefined"));
    }

    [Fact]
    public async Task media_may_be_closed_by_themselves()
    {
        var site = await village.AnotherAsync("Delivery:Media:PublicAccess=false", "Delivery:ApiKey=secreto");

        Assert.Equal(HttpStatusCode.OK, (await site.GetAsync("content")).Status);
        await RefusedAsync(site, "media?fetch=children:/");
        Assert.Equal(HttpStatusCode.OK, (await site.GetAsync("media?fetch=children:/", ("Api-Key", "secreto"))).Status);
    }

    [Fact]
    public async Task a_switched_off_api_answers_nobody()
    {
        var site = await village.AnotherAsync("Delivery:Enabled=false", "Delivery:ApiKey=secreto");

        foreach (var path in Content.Concat(Media)) await RefusedAsync(site, path, ("Api-Key", "secreto"));
    }

    [Fact]
    public async Task switched_off_media_leave_content_as_it_is()
    {
        var site = await village.AnotherAsync("Delivery:Media:Enabled=false", "Delivery:ApiKey=secreto");

        foreach (var path in Media) await RefusedAsync(site, path, ("Api-Key", "secreto"));
        Assert.Equal((await village.Site.GetAsync("content")).Text, (await site.GetAsync("content")).Text);
    }

    [Fact]
    public async Task a_type_that_is_not_delivered_is_as_good_as_unpublished()
    {
        var site = await village.AnotherAsync("Delivery:DisallowedContentTypeAliases=term, PAGE");

        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync($"content/item/{AnItem.KeyOf("acerca")}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync("content/item/paginas/acerca")).Status);
        Assert.Equal("[]", (await site.GetAsync($"content/items?id={AnItem.KeyOf("acerca")}")).Text);
        Assert.Equal(["Noticia"], await site.NamesAsync("fetch=children:/paginas"));
        Assert.Equal(0, (await site.GetAsync("content?filter=contentType:page,term")).Total);
    }

    [Fact]
    public async Task a_type_that_is_not_delivered_is_not_shown_where_it_is_picked_either()
    {
        var site = await village.AnotherAsync("Delivery:DisallowedContentTypeAliases=municipality,outreachMaterial,practice");

        var material = await site.GetAsync($"content/item/{AnItem.KeyOf("noticia")}?expand=properties[$all]");
        var page = await site.ItemAsync("acerca");

        Assert.Equal("[]", material.Json.Property("relatedItems").GetRawText());
        Assert.Contains("<a title=\"Ver\">la milpa</a>", page.Property("body").Text("markup"), StringComparison.Ordinal);
        Assert.Equal("[]", page.Property("sections").GetProperty("items")[1].GetProperty("content").Property("links").GetRawText());
    }

    [Fact]
    public async Task a_list_of_allowed_types_wins_over_the_other()
    {
        var site = await village.AnotherAsync("Delivery:AllowedContentTypeAliases=page,newsItem", "Delivery:DisallowedContentTypeAliases=page");

        Assert.Equal(["Acerca", "Segunda", "Tercera", "Noticia"], await site.NamesAsync(""));
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync("content/item/")).Status);
    }

    private static async Task RefusedAsync(TestSite site, string path, params (string, string)[] headers)
    {
        var answer = await site.GetAsync(path, headers);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.StartsWith("application/problem+json", answer.Header("Content-Type"), StringComparison.Ordinal);
        Assert.Equal("Unauthorized", answer.Json.Text("title"));
        Assert.Equal(401, answer.Json.GetProperty("status").GetInt32());
        Assert.Equal("no-store", answer.Header("Cache-Control"));
    }
}
