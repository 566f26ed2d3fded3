using System.Net;

namespace Repository.Specs.Delivery;

/// <summary>What nobody should send. The answer may be a refusal, never a failure, and never tells of our insides.</summary>
public sealed class HostileRequestTests(VillageSite village)
{
    private const string Api = DeliveryClient.Root;

    private TestSite Site => village.Site;

    [Theory]
    [InlineData("/../../../../etc/passwd")]
    [InlineData("/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("/..%2f..%2f..%2fetc%2fpasswd")]
    [InlineData("/..%252f..%252fetc%252fpasswd")]
    [InlineData("/..%5c..%5cetc%5cpasswd")]
    [InlineData("/%c0%ae%c0%ae/%c0%af")]
    [InlineData("/%00")]
    [InlineData("/a%00b")]
    [InlineData("/%2F%00")]
    [InlineData("/%0d%0aX-Injected:%201")]
    [InlineData("/%e0%80%af")]
    [InlineData("/%ff%fe")]
    [InlineData("/%ED%A0%80")]
    [InlineData("/%EF%BF%BE")]
    [InlineData("/%")]
    [InlineData("/%zz")]
    [InlineData("/%2")]
    [InlineData("/%F0%9F%8C%BD")]
    [InlineData("/a%2Fb%zz")]
    [InlineData("/preview-")]
    [InlineData("/preview-nothing")]
    [InlineData("/{localLink:x}")]
    [InlineData("/<script>")]
    [InlineData("/\u00c3\u00b1")]
    [InlineData("/con|prn|nul")]
    [InlineData("/;x=y")]
    [InlineData("/a/b/c/d/e/f/g/h/i/j/k/l/m/n/o/p/q/r/s/t/u/v/w/x/y/z")]
    public async Task a_path_leads_nowhere_else(string path)
    {
        foreach (var endpoint in (string[])["content/item", "media/item", "content", "media", ""])
        {
            var answer = await Site.GetRawAsync($"{Api}/{endpoint}{path}");

            Refused(answer);
        }
    }

    [Theory]
    [InlineData("fetch=children:%00")]
    [InlineData("fetch=children:../../..")]
    [InlineData("fetch=descendants:%EF%BF%BE")]
    [InlineData("fetch=ancestors:%2F%zz%00")]
    [InlineData("fetch=::::::")]
    [InlineData("filter=%00:%00")]
    [InlineData("filter=name:%ED%A0%80")]
    [InlineData("filter=name:!!!!")]
    [InlineData("filter=createDate>:0001-01-01T00:00:00%2B14:00")]
    [InlineData("filter=createDate<:9999-12-31T23:59:59.9999999-14:00")]
    [InlineData("filter=updateDate>0000-00-00")]
    [InlineData("filter=year>79228162514264337593543950336")]
    [InlineData("filter=year>-0.00000000000000000000000000001")]
    [InlineData("filter=period>%EF%BF%BF")]
    [InlineData("filter=contentType:,,,,,!,,")]
    [InlineData("filter=><:!")]
    [InlineData("sort=:::")]
    [InlineData("sort=name:%00")]
    [InlineData("skip=2147483647&take=2147483647")]
    [InlineData("skip=-2147483649")]
    [InlineData("take=9223372036854775808")]
    [InlineData("take=%00")]
    [InlineData("take=1&take=abc")]
    [InlineData("expand=%00[%00]")]
    [InlineData("expand=properties[%EF%BF%BE]")]
    [InlineData("expand=properties[,,,,]")]
    [InlineData("fields=properties[a,b],properties[,")]
    [InlineData("&&&&====&?&#")]
    [InlineData("id=%7B%7D&id=(0)")]
    [InlineData("%00=%00")]
    [InlineData("filter=name:\u00c3\u00b1")]
    public async Task a_query_breaks_nothing(string query)
    {
        foreach (var endpoint in (string[])["content", "content/item/", "content/items", "media", "media/items"])
        {
            var answer = await Site.GetRawAsync($"{Api}/{endpoint}?{query}");

            Borne(answer);
        }
    }

    [Theory]
    [InlineData("Accept-Language: \u00ff\u00fe")]
    [InlineData("Accept-Language: en\u0000")]
    [InlineData("Accept-Language: en\r\nAccept-Language: es-MX")]
    [InlineData("Accept-Language: ../../x")]
    [InlineData("Start-Item: \u00c3\u00b1")]
    [InlineData("Start-Item: ../..")]
    [InlineData("Start-Item: {0}{1}")]
    [InlineData("Preview: true\r\nPreview: true")]
    [InlineData("Api-Key: \u00ff")]
    [InlineData("If-None-Match: \",,,\"W/W/W/")]
    [InlineData("If-None-Match: ")]
    [InlineData("Accept-Encoding: br;q=x, gzip;q=9, *")]
    [InlineData("Origin: null")]
    [InlineData("Content-Length: 5")]
    [InlineData("Transfer-Encoding: chunked\r\nContent-Length: 5")]
    [InlineData("Range: bytes=0-1")]
    [InlineData("Expect: 100-continue")]
    public async Task a_header_breaks_nothing(string header)
    {
        foreach (var endpoint in (string[])["content?take=1", "content/item/", "media?fetch=children:/"])
        {
            // The connection may stay open waiting for a body that never comes; so a body is sent.
            var answer = await Site.SendRawAsync($"GET {Api}/{endpoint} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{header}\r\n\r\n0\r\n\r\n");

            Borne(answer);
        }
    }

    [Theory]
    [InlineData("\r\n\r\n")]
    [InlineData("GET\r\n\r\n")]
    [InlineData("GET /umbraco/delivery/api/v2/content\r\n\r\n")]
    [InlineData("GET http://[::1/content HTTP/1.1\r\nHost: x\r\n\r\n")]
    [InlineData("GET /umbraco/delivery/api/v2/content HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n")]
    [InlineData("GET /umbraco/delivery/api/v2/content HTTP/1.1\r\nHost: \r\nConnection: close\r\n\r\n")]
    [InlineData("OPTIONS * HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")]
    [InlineData("CONNECT localhost:80 HTTP/1.1\r\nHost: localhost:80\r\nConnection: close\r\n\r\n")]
    [InlineData("TRACE /umbraco/delivery/api/v2/content HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")]
    [InlineData("FOO /umbraco/delivery/api/v2/content HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")]
    [InlineData("POST /umbraco/delivery/api/v2/content HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 7\r\n\r\n{\"a\":1}")]
    public async Task a_broken_request_breaks_nothing(string request) => Borne(await Site.SendRawAsync(request.Contains("Connection", StringComparison.Ordinal) ? request : request.Replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n", StringComparison.Ordinal)));

    [Fact]
    public async Task length_breaks_nothing()
    {
        var long8 = new string('a', 8_000);
        string[] targets =
        [
            $"content/item/{long8}", $"content/item/{string.Concat(Enumerable.Repeat("a/", 3_900))}", $"media/item/{long8}",
            $"content?{string.Join('&', Enumerable.Repeat("filter=contentType:practice", 200))}",
            $"content?{string.Join('&', Enumerable.Repeat("filter=name:x", 5_000))}",
            $"content?{string.Join('&', Enumerable.Repeat("sort=name:asc", 500))}",
            $"content?{string.Join('&', Enumerable.Repeat("sort=name:asc", 3_000))}",
            $"content?filter=name:{string.Join('+', Enumerable.Repeat("x", 3_000))}",
            $"content?filter=contentType:{string.Join(',', Enumerable.Repeat("a", 3_500))}",
            $"content?fetch=children:{new string('/', 7_000)}",
            $"content?expand={new string('[', 7_000)}", $"content?expand={new string('[', 10_000)}",
            $"content?expand={string.Concat(Enumerable.Repeat("a[", 3_000))}", $"content?fields=properties[{string.Join(',', Enumerable.Range(0, 1_500).Select(number => $"a{number}"))}]",
            $"content/items?{string.Join('&', Enumerable.Range(0, 180).Select(_ => $"id={Guid.NewGuid()}"))}",
            $"content?x={new string('a', 30_000)}", $"content?take={new string('9', 5_000)}",
        ];

        foreach (var target in targets) Borne(await Site.GetRawAsync($"{Api}/{target}"));
    }

    [Fact]
    public async Task long_headers_break_nothing()
    {
        string[] headers =
        [
            $"Accept-Language: {new string('a', 20_000)}", $"Accept-Language: {string.Join(',', Enumerable.Repeat("es-MX;q=0.1", 1_500))}", $"Start-Item: {new string('/', 20_000)}",
            $"Start-Item: {new string('a', 20_000)}", $"If-None-Match: {string.Join(',', Enumerable.Repeat("\"a\"", 5_000))}", $"Api-Key: {new string('a', 20_000)}", $"X: {new string('a', 60_000)}",
        ];

        foreach (var header in headers) Borne(await Site.GetRawAsync($"{Api}/content?take=1", header));
        Borne(await Site.GetRawAsync($"{Api}/content", [.. Enumerable.Range(0, 500).Select(number => $"X-{number}: a")]));
    }

    [Fact]
    public async Task invented_languages_are_borne_by_the_thousand()
    {
        for (var number = 0; number < 1_000; number++)
        {
            Assert.Equal(HttpStatusCode.OK, (await Site.GetAsync("content?take=1", ("Accept-Language", $"x-{number}"))).Status);
        }
    }

    [Fact]
    public async Task a_circle_that_multiplies_is_refused_before_it_fills_the_memory()
    {
        await using var other = await VillageSite.StartAsync();
        await other.WriteACircleAsync(items: 40);
        var expand = string.Concat(Enumerable.Repeat("properties[relatedItems[", 15)) + "properties[$all]" + new string(']', 30);

        var one = await other.Site.GetAsync($"content/item/{AnItem.KeyOf("circle 0")}?expand={expand}");
        var list = await other.Site.GetAsync($"content?take=1000&expand={expand}");
        var several = await other.Site.GetAsync($"content/items?id={AnItem.KeyOf("circle 1")}&expand={expand}");
        var flat = await other.Site.GetAsync($"content/item/{AnItem.KeyOf("circle 0")}?expand=properties[relatedItems[properties[relatedItems]]]");

        Assert.All([one, list, several], answer => Assert.Equal((HttpStatusCode.BadRequest, "Invalid expand option"), (answer.Status, answer.Json.Text("title"))));
        Assert.Equal(40, flat.Json.Property("relatedItems")[39].Property("relatedItems").GetArrayLength());
    }

    private static void Refused((int Status, string Text)? answer)
    {
        Borne(answer);
        if (answer is { } given) Assert.True(given.Status is >= 400 and < 500, $"{given.Status}: {given.Text}");
    }

    internal static void Borne((int Status, string Text)? answer)
    {
        if (answer is not { } given) return;
        Assert.True(given.Status < 500, $"{given.Status}: {given.Text}");
        foreach (var word in (string[])["Exception", "   at ", "System.", "Repository.", "Microsoft.", "SELECT ", ".cs:line", "root:"])
        {
            if (given.Status >= 400) Assert.DoesNotContain(word, given.Text, StringComparison.Ordinal);
        }
    }
}
