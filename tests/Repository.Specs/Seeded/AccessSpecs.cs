using System.Net;

namespace Repository.Specs.Seeded;

/// <summary>Who may read, what caches and browsers are told, and which doors there are.</summary>
public sealed class AccessSpecs(SeededSite seeded)
{
    private readonly Api _api = seeded.Api;

    [Theory]
    [InlineData("Preview: true")]
    [InlineData("Preview: TRUE", "Api-Key: wrong")]
    public async Task a_preview_needs_the_key(params string[] headers)
    {
        var reply = await _api.GetAsync("/content/item/practicas", headers);

        Assert.Equal(HttpStatusCode.Unauthorized, reply.Status);
        Assert.Equal("Unauthorized", reply.Json.Text("title"));
        Assert.Equal("no-store", reply.Header("Cache-Control"));
    }

    [Fact]
    public async Task a_preview_with_the_key_is_never_stored()
    {
        var reply = await _api.GetAsync("/content/item/practicas", "Preview: true", $"Api-Key: {SeededSite.Key}");

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.Equal("no-store", reply.Header("Cache-Control"));
    }

    [Theory]
    [InlineData("Api-Key: undefined", "Preview: false")]
    [InlineData("Api-Key: wrong")]
    [InlineData("Preview: 1")]
    public async Task a_superfluous_key_is_passed_over(params string[] headers) => Assert.Equal(HttpStatusCode.OK, (await _api.GetAsync("/content?take=1", headers)).Status);

    [Fact]
    public async Task without_public_access_everything_needs_the_key()
    {
        await using var site = await TestSite.StartAsync("Delivery:ApiKey=k", "Delivery:PublicAccess=false");
        var api = new Api(site.Client);

        foreach (var path in (string[])["/content", "/content/item/practicas", "/content/items", "/media?fetch=children:/", "/media/items", "/media/item/x"])
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await api.GetAsync(path)).Status);
            Assert.Equal(HttpStatusCode.Unauthorized, (await api.GetAsync(path, "Api-Key: K")).Status);
        }

        var opened = await api.GetAsync("/content?take=1", "Api-Key: k");
        Assert.Equal(HttpStatusCode.OK, opened.Status);
        Assert.Equal("no-store", opened.Header("Cache-Control"));
    }

    [Fact]
    public async Task what_is_switched_off_answers_401_and_what_is_not_allowed_404()
    {
        await using var off = await TestSite.StartAsync("Delivery:Enabled=false");
        await using var partly = await TestSite.StartAsync("Delivery:Media:Enabled=false", "Delivery:AllowedContentTypeAliases=home,section", "Delivery:DisallowedContentTypeAliases=section", "Delivery:MaxTake=5", "Delivery:OpenApi=false");
        var api = new Api(partly.Client);

        Assert.Equal(HttpStatusCode.Unauthorized, (await new Api(off.Client).GetAsync("/content")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await api.GetAsync("/media?fetch=children:/")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await api.GetAsync("/content/item/practicas/tequio")).Status);
        Assert.Equal(18, await api.TotalAsync("?take=1000"));
        Assert.Equal(5, (await api.ItemsAsync("?take=1000")).Length);
        Assert.Equal(HttpStatusCode.NotFound, (await api.SendAsync(HttpMethod.Get, "/umbraco/swagger/delivery/swagger.json")).Status);
    }

    [Fact]
    public async Task browsers_of_configured_origins_may_read_and_others_are_told_nothing()
    {
        await using var site = await TestSite.StartAsync("Delivery:AllowedOrigins=https://example.org");
        var api = new Api(site.Client);

        var allowed = await api.GetAsync("/content?take=1", "Origin: https://example.org");
        var preflight = await api.SendAsync(HttpMethod.Options, "/umbraco/delivery/api/v2/content", "Origin: https://example.org", "Access-Control-Request-Method: GET", "Access-Control-Request-Headers: start-item,api-key");
        var other = await api.GetAsync("/content?take=1", "Origin: https://other.example");

        Assert.Equal("https://example.org", allowed.Header("Access-Control-Allow-Origin"));
        Assert.Equal(HttpStatusCode.NoContent, preflight.Status);
        Assert.Contains("GET", preflight.Header("Access-Control-Allow-Methods"), StringComparison.Ordinal);
        Assert.Null(other.Header("Access-Control-Allow-Origin"));
        Assert.Null((await _api.GetAsync("/content?take=1", "Origin: https://example.org")).Header("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task an_entity_tag_saves_the_body_and_tells_answers_apart()
    {
        string[] addresses = ["/content?take=2", "/content?take=2&expand=properties[$all]", "/content?take=2&fields=properties[summary]", "/content/item/practicas"];
        var tags = new List<string?>();
        foreach (var address in addresses)
        {
            foreach (var headers in (string[][])[[], ["Accept-Language: en"], ["Preview: true", $"Api-Key: {SeededSite.Key}"], ["Start-Item: inicio"]])
            {
                var reply = await _api.GetAsync(address, headers);
                if (reply.Status == HttpStatusCode.NotFound) continue;
                tags.Add(reply.Header("ETag"));
                var again = await _api.GetAsync(address, [.. headers, $"If-None-Match: {reply.Header("ETag")}"]);
                Assert.Equal(HttpStatusCode.NotModified, again.Status);
                Assert.Empty(again.Body);
                Assert.Equal(reply.Header("ETag"), (await _api.GetAsync(address, headers)).Header("ETag"));
            }
        }

        Assert.DoesNotContain(null, tags);
        Assert.Equal(tags.Count, tags.Distinct().Count());
        Assert.Equal(HttpStatusCode.OK, (await _api.GetAsync("/content?take=2", "If-None-Match: \"other\"")).Status);
    }

    [Fact]
    public async Task caches_are_told_what_content_depends_on() =>
        Assert.Equal(
            ["Accept-Language", "Accept-Segment", "Preview", "Start-Item"],
            (await _api.GetAsync("/content?take=1")).Header("Vary")!.Split(", ").Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task answers_are_compressed_for_those_who_accept_it(string encoding)
    {
        var plain = await _api.GetAsync("/content?take=20");
        var compressed = await _api.GetAsync("/content?take=20", $"Accept-Encoding: {encoding}");

        Assert.Equal(encoding, compressed.Header("Content-Encoding"));
        Assert.True(compressed.Body.Length < plain.Body.Length / 3);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    public async Task nothing_can_be_written(string method)
    {
        foreach (var path in (string[])["/content", "/content/item/practicas", "/content/items", "/media", "/media/items", "/media/item/x"])
        {
            Assert.Equal(HttpStatusCode.MethodNotAllowed, (await _api.SendAsync(new HttpMethod(method), $"/umbraco/delivery/api/v2{path}")).Status);
        }
    }

    [Fact]
    public async Task head_is_get_without_a_body()
    {
        var get = await _api.GetAsync("/content?take=3");
        var head = await _api.SendAsync(HttpMethod.Head, "/umbraco/delivery/api/v2/content?take=3");

        Assert.Equal(HttpStatusCode.OK, head.Status);
        Assert.Empty(head.Body);
        Assert.Equal(get.Header("ETag"), head.Header("ETag"));
    }

    [Theory]
    [InlineData("/umbraco/delivery/api/v1/content")]
    [InlineData("/umbraco/delivery/api/v1/content/item/practicas")]
    [InlineData("/umbraco/delivery/api/v3/content")]
    [InlineData("/no/hay/nada")]
    public async Task other_doors_do_not_exist(string address) => Assert.Equal(HttpStatusCode.NotFound, (await _api.SendAsync(HttpMethod.Get, address)).Status);

    [Fact]
    public async Task the_document_of_the_api_is_served_at_both_addresses()
    {
        var older = await _api.SendAsync(HttpMethod.Get, "/umbraco/swagger/delivery/swagger.json");
        var newer = await _api.SendAsync(HttpMethod.Get, "/umbraco/openapi/delivery.json");

        Assert.Equal("Umbraco Delivery API", older.Json.GetProperty("info").Text("title"));
        Assert.StartsWith("3.0", older.Json.Text("openapi"));
        Assert.Equal(8, older.Json.GetProperty("paths").Members().Length);
        Assert.Equal(older.Text, newer.Text);
    }

    [Fact]
    public async Task the_program_tells_that_it_lives_and_that_it_serves()
    {
        Assert.Equal("live", (await _api.SendAsync(HttpMethod.Get, "/healthz/live")).Json.Text("status"));
        var ready = (await _api.SendAsync(HttpMethod.Get, "/healthz/ready")).Json;
        Assert.Equal("ready", ready.Text("status"));
        Assert.Equal("available", ready.Text("database"));
        Assert.Equal(0, ready.GetProperty("followers")[0].GetProperty("behind").GetInt64());
    }
}
