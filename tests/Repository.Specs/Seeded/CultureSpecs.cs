using System.Net;

namespace Repository.Specs.Seeded;

public sealed class CultureSpecs(SeededSite seeded)
{
    private readonly Api _api = seeded.Api;

    [Theory]
    [InlineData("en", "Practices", "/en/practices/")]
    [InlineData("EN", "Practices", "/en/practices/")]
    [InlineData("es-mx", "Prácticas", "/practicas/")]
    [InlineData("en,es;q=0.9", "Prácticas", "/practicas/")]
    [InlineData("", "Prácticas", "/practicas/")]
    public async Task the_language_asked_for_decides_name_and_route(string language, string name, string path)
    {
        var id = (await _api.GetAsync("/content/item/practicas")).Json.Id();

        var item = (await _api.GetAsync($"/content/item/{id}", $"Accept-Language: {language}")).Json;

        Assert.Equal(name, item.Name());
        Assert.Equal(path, item.Path());
        Assert.Equal("/en/practices/", item.GetProperty("cultures").GetProperty("en").Text("path"));
    }

    [Fact]
    public async Task an_item_that_is_not_in_the_language_does_not_exist_there()
    {
        var spanish = (await _api.GetAsync("/content/item/practicas/uzachi")).Json;

        Assert.Equal(HttpStatusCode.NotFound, (await _api.GetAsync($"/content/item/{spanish.Id()}", "Accept-Language: en")).Status);
        Assert.Equal("[]", (await _api.GetAsync($"/content/items?id={spanish.Id()}", "Accept-Language: en")).Text);
        Assert.Equal(3, await _api.TotalAsync("?filter=contentType:practice", "Accept-Language: en"));
    }

    [Fact]
    public async Task an_item_without_languages_is_seen_in_all_of_them_at_one_address()
    {
        var municipality = (await _api.GetAsync("/content/item/municipios/abejones", "Accept-Language: en")).Json;

        Assert.Equal("/municipios/abejones/", municipality.Path());
        Assert.Empty(municipality.GetProperty("cultures").Members());
        Assert.Equal(570, await _api.TotalAsync("?filter=contentType:municipality", "Accept-Language: en"));
    }

    [Fact]
    public async Task an_unknown_language_shows_what_has_none()
    {
        Assert.Equal(0, await _api.TotalAsync("?filter=contentType:practice", "Accept-Language: xx-YY"));
        Assert.Equal(570, await _api.TotalAsync("?filter=contentType:municipality", "Accept-Language: xx-YY"));
    }

    [Fact]
    public async Task values_that_vary_follow_the_language_and_others_keep_their_one_value()
    {
        var spanish = (await _api.GetAsync("/content/item/practicas/tequio")).Json;
        var english = (await _api.GetAsync($"/content/item/{spanish.Id()}", "Accept-Language: en")).Json;

        Assert.StartsWith("The community calls", english.Property("summary").GetString());
        Assert.NotEqual(spanish.Property("summary").GetString(), english.Property("summary").GetString());
        Assert.Equal(spanish.Property("sdgTargets").GetArrayLength(), english.Property("sdgTargets").GetArrayLength());
        Assert.Equal(spanish.Property("figures").GetRawText(), english.Property("figures").GetRawText());
    }

    [Fact]
    public async Task a_start_item_is_named_by_key_or_segment()
    {
        var home = (await _api.GetAsync("/content/item/")).Json;

        foreach (var name in (string[])[home.Id(), "inicio", "INICIO", "/inicio/"])
        {
            Assert.Equal(await _api.TotalAsync("?") - 1, await _api.TotalAsync("?", $"Start-Item: {name}"));
            Assert.Equal(HttpStatusCode.OK, (await _api.GetAsync("/content/item/practicas", $"Start-Item: {name}")).Status);
        }
    }

    [Fact]
    public async Task a_start_item_that_is_none_is_told_in_plain_words()
    {
        foreach (var path in (string[])["/content", "/content/item/practicas"])
        {
            var reply = await _api.GetAsync(path, "Start-Item: nada");

            Assert.Equal(HttpStatusCode.NotFound, reply.Status);
            Assert.Equal("The Start-Item could not be found", reply.Text);
            Assert.Equal("text/plain", reply.MediaType);
        }

        Assert.Equal(HttpStatusCode.OK, (await _api.GetAsync("/media?fetch=children:/", "Start-Item: nada")).Status);
    }
}
