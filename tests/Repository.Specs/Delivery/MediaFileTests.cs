using System.Net;
using System.Text;

namespace Repository.Specs.Delivery;

/// <summary>The files themselves: who may have them, in parts, and nothing beside them.</summary>
public sealed class MediaFileTests(VillageSite village)
{
    private const string Map = "/media/aaaa0002/mapa.svg";

    private TestSite Site => village.Site;

    [Fact]
    public async Task every_address_that_media_show_leads_to_its_file()
    {
        foreach (var handle in (string[])["assembly-image", "map", "guide"])
        {
            var url = (await Site.JsonAsync($"media/item/{AnItem.KeyOf(handle)}")).Text("url");

            var file = await Site.GetAsync(string.Join('/', url.Split('/').Select(Uri.EscapeDataString)));

            Assert.Equal(HttpStatusCode.OK, file.Status);
            Assert.Equal(Village.Files[url["/media/".Length..]], file.Text);
        }
    }

    [Theory]
    [InlineData("/media/aaaa0004/acta.pdf")]
    [InlineData("/media/aaaa0005/sin-ficha.txt")]
    [InlineData("/media/aaaa0002/nada.svg")]
    [InlineData("/media/aaaa0002")]
    [InlineData("/media/aaaa0002/")]
    [InlineData("/media")]
    [InlineData("/media/")]
    [InlineData("/MEDIA/aaaa0004/acta.pdf")]
    [InlineData("/media/aaaa0004//acta.pdf")]
    [InlineData("/media/AAAA0004/ACTA.PDF")]
    [InlineData("/media/x/../aaaa0004/acta.pdf")]
    [InlineData("/media/aaaa0002/..%2faaaa0004%2facta.pdf")]
    [InlineData("/media/aaaa0002/mapa.svg/")]
    [InlineData("/media/aaaa0002/mapa.svg%00.txt")]
    [InlineData("/media/aaaa0002/mapa.svg.part")]
    [InlineData("/media/../repository.db")]
    [InlineData("/media/%2e%2e/repository.db")]
    [InlineData("/media/..%2f..%2f..%2fetc%2fpasswd")]
    [InlineData("/media/..%5crepository.db")]
    [InlineData("/media//etc/passwd")]
    [InlineData("/media/%c0%ae%c0%ae/repository.db")]
    public async Task what_is_restricted_unpublished_or_elsewhere_is_not_given_away(string path)
    {
        var answer = await Site.GetRawAsync(path);

        Assert.True(answer?.Status is 400 or 404, $"{answer?.Status}");
        Assert.DoesNotContain("acta de la asamblea", answer!.Value.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Nadie publicó", answer.Value.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bytes=0-3", 206, 0, 4)]
    [InlineData("bytes=4-", 206, 4, null)]
    [InlineData("bytes=-5", 206, -5, 5)]
    [InlineData("bytes=5000-", 416, 0, 0)]
    public async Task a_file_comes_in_parts(string range, int status, int from, int? length)
    {
        var whole = Encoding.UTF8.GetBytes(Village.Files["aaaa0002/mapa.svg"]);

        var part = await Site.GetAsync(Map, ("Range", range));

        Assert.Equal(status, (int)part.Status);
        if (status == 416) return;
        var start = from < 0 ? whole.Length + from : from;
        Assert.Equal(Encoding.UTF8.GetString(whole, start, length ?? whole.Length - start), part.Text);
        Assert.StartsWith("bytes ", part.Header("Content-Range"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bytes=9-2")]
    [InlineData("bytes=a-b")]
    public async Task a_range_that_is_none_is_passed_over(string range) => Assert.Equal(HttpStatusCode.OK, (await Site.GetAsync(Map, ("Range", range))).Status);

    [Fact]
    public async Task a_file_that_is_known_is_not_sent_again()
    {
        var whole = await Site.GetAsync(Map);

        var byTag = await Site.GetAsync(Map, ("If-None-Match", whole.Header("ETag")!));
        var byDate = await Site.GetAsync(Map, ("If-Modified-Since", whole.Header("Last-Modified")!));
        var changed = await Site.GetAsync(Map, ("Range", "bytes=0-3"), ("If-Range", "\"other\""));

        Assert.Equal(HttpStatusCode.NotModified, byTag.Status);
        Assert.Equal(HttpStatusCode.NotModified, byDate.Status);
        Assert.Equal(HttpStatusCode.OK, changed.Status);
    }

    [Fact]
    public async Task a_file_does_not_run_in_the_name_of_the_site()
    {
        var file = await Site.GetAsync(Map);

        Assert.Equal("image/svg+xml", file.Header("Content-Type"));
        Assert.Equal("nosniff", file.Header("X-Content-Type-Options"));
        Assert.Contains("default-src 'none'", file.Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Contains("sandbox", file.Header("Content-Security-Policy"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_document_may_be_shown_by_the_browser_and_still_fetch_nothing()
    {
        var file = await Site.GetAsync("/media/aaaa0003/gu%C3%ADa%20r%C3%A1pida.pdf");

        Assert.Equal("application/pdf", file.Header("Content-Type"));
        Assert.Contains("default-src 'none'", file.Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.DoesNotContain("sandbox", file.Header("Content-Security-Policy"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_tag_that_a_cache_made_weak_is_known_and_one_that_encodings_share_is_weak()
    {
        var whole = await Site.GetAsync(Map);

        var known = await Site.GetAsync(Map, ("If-None-Match", $"\"x\", W/{whole.Header("ETag")}"));
        var compressed = await Site.GetAsync(Map, ("Accept-Encoding", "gzip"));
        var again = await Site.GetAsync(Map, ("Accept-Encoding", "gzip"), ("If-None-Match", compressed.Header("ETag")!));

        Assert.Equal(HttpStatusCode.NotModified, known.Status);
        Assert.Equal("gzip", compressed.Header("Content-Encoding"));
        Assert.Equal($"W/{whole.Header("ETag")}", compressed.Header("ETag"));
        Assert.Equal(HttpStatusCode.NotModified, again.Status);
        Assert.Contains("Accept-Encoding", again.Header("Vary"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task nobody_writes_a_file(string method)
    {
        var answer = await Site.SendAsync(new HttpMethod(method), Map);

        Assert.True((int)answer.Status is 404 or 405);
        Assert.Equal(HttpStatusCode.OK, (await Site.GetAsync(Map)).Status);
    }

    [Fact]
    public async Task a_file_goes_with_its_item_and_comes_back_with_it()
    {
        await using var other = await VillageSite.StartAsync();

        await other.Site.RestrictAsync("infographics");
        var restricted = await other.Site.GetAsync(Map);
        await other.Site.RestrictAsync("infographics", restricted: false);
        var open = await other.Site.GetAsync(Map);
        await other.Site.TrashAsync("map");

        Assert.Equal(HttpStatusCode.NotFound, restricted.Status);
        Assert.Equal(HttpStatusCode.OK, open.Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.Site.GetAsync(Map)).Status);
    }
}
