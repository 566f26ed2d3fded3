using System.IO.Compression;
using System.Net;
using System.Text;

namespace Repository.Specs.Delivery;

/// <summary>Methods, compression and calls from other origins.</summary>
public sealed class TransportTests(VillageSite village)
{
    private static readonly string[] Endpoints = ["content", "content/item/", "content/item/practicas", "content/items", "media?fetch=children:/", "media/item/mapa", "media/items"];

    private TestSite Site => village.Site;

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    public async Task nobody_writes_here(string method)
    {
        foreach (var path in Endpoints)
        {
            var answer = await Site.SendAsync(new HttpMethod(method), path);

            Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.Status);
            Assert.Contains("GET", answer.Header("Allow"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task a_head_is_the_answer_without_its_body()
    {
        foreach (var path in Endpoints)
        {
            var get = await Site.GetAsync(path);
            var head = await Site.SendAsync(HttpMethod.Head, path);

            Assert.Equal(get.Status, head.Status);
            Assert.Equal("", head.Text);
            Assert.Equal(get.Header("ETag"), head.Header("ETag"));
            Assert.Equal(get.Header("Content-Type"), head.Header("Content-Type"));
        }
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    [InlineData("gzip, deflate, br")]
    public async Task an_answer_is_compressed_for_those_who_can_read_it(string accepted)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{DeliveryClient.Root}/content?take=100");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
        using var response = await Site.Client.SendAsync(request, TestContext.Current.CancellationToken);

        var encoding = Assert.Single(response.Content.Headers.ContentEncoding);
        await using var body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        await using Stream plain = encoding == "br" ? new BrotliStream(body, CompressionMode.Decompress) : new GZipStream(body, CompressionMode.Decompress);
        var text = await new StreamReader(plain, Encoding.UTF8).ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.Contains(encoding, accepted, StringComparison.Ordinal);
        Assert.Equal((await Site.GetAsync("content?take=100")).Text, text);
        Assert.Contains("Accept-Encoding", string.Join(", ", response.Headers.Vary), StringComparison.Ordinal);
        Assert.Contains("Start-Item", string.Join(", ", response.Headers.Vary), StringComparison.Ordinal);
    }

    [Fact]
    public async Task other_origins_are_told_nothing_unless_the_operator_names_them()
    {
        var get = await Site.GetAsync("content", ("Origin", "https://example.org"));
        var preflight = await Site.SendAsync(HttpMethod.Options, "content", ("Origin", "https://example.org"), ("Access-Control-Request-Method", "GET"));

        Assert.Null(get.Header("Access-Control-Allow-Origin"));
        Assert.Null(preflight.Header("Access-Control-Allow-Origin"));
        Assert.True((int)preflight.Status is 204 or 404 or 405);
    }

    [Fact]
    public async Task a_named_origin_may_read_and_ask_for_every_header_of_the_api()
    {
        await using var open = await VillageSite.StartAsync("Delivery:AllowedOrigins=https://example.org, https://example.com", "Delivery:PublicAccess=false", "Delivery:ApiKey=secreto");

        var preflight = await open.Site.SendAsync(
            HttpMethod.Options, "content/item/practicas",
            ("Origin", "https://example.org"), ("Access-Control-Request-Method", "GET"), ("Access-Control-Request-Headers", "accept-language,api-key,preview,start-item,accept-segment"));
        var get = await open.Site.GetAsync("content", ("Origin", "https://example.org"), ("Api-Key", "secreto"));
        var refused = await open.Site.GetAsync("content", ("Origin", "https://example.org"));
        var stranger = await open.Site.GetAsync("content", ("Origin", "https://example.net"), ("Api-Key", "secreto"));

        Assert.True((int)preflight.Status is 200 or 204);
        Assert.Equal("https://example.org", preflight.Header("Access-Control-Allow-Origin"));
        foreach (var header in (string[])["Accept-Language", "Api-Key", "Preview", "Start-Item", "Accept-Segment"])
        {
            Assert.Contains(header, preflight.Header("Access-Control-Allow-Headers"), StringComparison.OrdinalIgnoreCase);
        }

        Assert.Equal("https://example.org", get.Header("Access-Control-Allow-Origin"));
        Assert.Contains("Location-Start-Item-Id", get.Header("Access-Control-Expose-Headers"), StringComparison.Ordinal);
        Assert.Contains("Origin", get.Header("Vary"), StringComparison.Ordinal);
        Assert.Contains("Start-Item", get.Header("Vary"), StringComparison.Ordinal);
        Assert.Equal("https://example.org", refused.Header("Access-Control-Allow-Origin"));
        Assert.Null(stranger.Header("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task a_star_opens_the_api_to_every_origin()
    {
        await using var open = await VillageSite.StartAsync("Delivery:AllowedOrigins=*");

        Assert.Equal("*", (await open.Site.GetAsync("content", ("Origin", "https://example.net"))).Header("Access-Control-Allow-Origin"));
        Assert.Equal("*", (await open.Site.GetAsync("/umbraco/swagger/delivery/swagger.json", ("Origin", "https://example.net"))).Header("Access-Control-Allow-Origin"));
    }
}
