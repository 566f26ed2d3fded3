using System.Net;
using Microsoft.AspNetCore.Http;
using Repository.Web.Delivery;

namespace Repository.Specs.Delivery;

/// <summary>Tags and what may be kept: contract, section 10.</summary>
public sealed class CachingTests(KeyedVillageSite village) : IClassFixture<KeyedVillageSite>
{
    private TestSite Site => village.Site;

    [Theory]
    [InlineData("content")]
    [InlineData("content?take=0")]
    [InlineData("content/item/practicas")]
    [InlineData("content/items")]
    [InlineData("media?fetch=children:/")]
    public async Task the_same_request_has_the_same_tag_and_with_it_nothing_is_sent_again(string path)
    {
        var first = await Site.GetAsync(path);
        var second = await Site.GetAsync(path);
        var again = await Site.GetAsync(path, ("If-None-Match", first.Header("ETag")!));

        Assert.Equal(first.Header("ETag"), second.Header("ETag"));
        Assert.Equal(HttpStatusCode.NotModified, again.Status);
        Assert.Equal("", again.Text);
        Assert.Equal(first.Header("ETag"), again.Header("ETag"));
        Assert.Equal(first.Header("Vary"), again.Header("Vary"));
    }

    [Fact]
    public async Task a_tag_is_found_among_others_strong_or_weak_and_a_star_is_any()
    {
        var tag = (await Site.GetAsync("content")).Header("ETag")!;

        foreach (var header in (string[])[tag, tag.Replace("W/", "", StringComparison.Ordinal), $"\"x\", {tag}, \"y\"", "*"])
        {
            Assert.Equal(HttpStatusCode.NotModified, (await Site.GetAsync("content", ("If-None-Match", header))).Status);
        }

        Assert.Equal(HttpStatusCode.OK, (await Site.GetAsync("content", ("If-None-Match", "\"x\""))).Status);
        Assert.Equal(HttpStatusCode.OK, (await Site.GetAsync("content", ("If-None-Match", "x,,\"\",W/"))).Status);
    }

    [Fact]
    public async Task answers_that_differ_have_different_tags()
    {
        (string, string)[] preview = [("Preview", "true"), ("Api-Key", "secreto")];
        (string Path, (string, string)[] Headers)[] requests =
        [
            ("content", []), ("content?take=5", []), ("content?expand=properties[$all]", []), ("content?fields=", []), ("content", [("Accept-Language", "en")]),
            ("content", [("Accept-Language", "xx-YY")]), ("content", [("Start-Item", "otra-casa")]), ("content", preview), ("content/item/practicas", []), ("media?fetch=children:/", []),
        ];

        var tags = new List<string?>();
        foreach (var (path, headers) in requests) tags.Add((await Site.GetAsync(path, headers)).Header("ETag"));

        Assert.DoesNotContain(null, tags);
        Assert.Equal(tags.Count, tags.Distinct().Count());
    }

    [Fact]
    public async Task a_publication_renews_the_tag_and_a_draft_does_not()
    {
        var before = await Site.GetAsync("content/item/paginas/acerca");

        await Site.SaveAsync("acerca", content => content.With("seoTitle", "Nuevo título", Village.Spanish));
        var saved = await Site.GetAsync("content/item/paginas/acerca", ("If-None-Match", before.Header("ETag")!));
        await Site.PublishAsync("acerca");
        var published = await Site.GetAsync("content/item/paginas/acerca", ("If-None-Match", before.Header("ETag")!));

        Assert.Equal(HttpStatusCode.NotModified, saved.Status);
        Assert.Equal(HttpStatusCode.OK, published.Status);
        Assert.NotEqual(before.Header("ETag"), published.Header("ETag"));
        Assert.Equal("Nuevo título", published.Json.Property("seoTitle").GetString());
    }

    [Fact]
    public async Task another_process_on_the_same_content_gives_the_same_tags()
    {
        var other = await village.AnotherAsync("Delivery:ApiKey=secreto");

        Assert.Equal((await Site.GetAsync("content")).Header("ETag"), (await other.GetAsync("content")).Header("ETag"));
    }

    [Fact]
    public async Task content_tells_what_it_varies_by_and_media_tell_nothing_of_languages()
    {
        var content = await Site.GetAsync("content");
        var media = await Site.GetAsync("media?fetch=children:/");
        var problem = await Site.GetAsync("content/item/nothing");

        Assert.Equal("Accept-Language, Accept-Segment, Preview, Start-Item", content.Header("Vary"));
        Assert.Equal("Accept-Language, Accept-Segment, Preview, Start-Item", problem.Header("Vary"));
        Assert.Null(media.Header("Vary"));
        Assert.Null(content.Header("Cache-Control"));
    }

    [Fact]
    public async Task what_the_client_has_is_not_made_again()
    {
        var api = Site.Service<DeliveryApi>();
        var tag = (await Site.GetAsync("content")).Header("ETag")!;
        var asked = 0;

        var known = await AskAsync(tag);
        var other = await AskAsync("\"x\"");

        Assert.Equal((StatusCodes.Status304NotModified, tag), (known.StatusCode, known.Headers.ETag.ToString()));
        Assert.Equal((StatusCodes.Status404NotFound, 1), (other.StatusCode, asked));

        async Task<HttpResponse> AskAsync(string has)
        {
            var http = new DefaultHttpContext { Request = { Method = "GET", Path = $"{DeliveryClient.Root}/content" } };
            http.Request.Headers.IfNoneMatch = has;
            await Answer.SendAsync(http, api, media: false, _ =>
            {
                asked++;
                return DeliveryProblem.NotFound;
            });
            return http.Response;
        }
    }

    [Fact]
    public async Task not_modified_goes_on_telling_that_the_answer_may_be_compressed()
    {
        var whole = await Site.GetAsync("content", ("Accept-Encoding", "gzip"));
        var again = await Site.GetAsync("content", ("Accept-Encoding", "gzip"), ("If-None-Match", whole.Header("ETag")!));

        Assert.Equal(HttpStatusCode.NotModified, again.Status);
        Assert.Contains("Accept-Encoding", again.Header("Vary"), StringComparison.Ordinal);
        Assert.Contains("Start-Item", again.Header("Vary"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task media_answer_in_one_way_whatever_language_is_asked_for_and_with_one_tag()
    {
        const string Path = "media?fetch=children:/infografías y más&expand=properties[$all]";
        await Site.SaveAsync("assembly-image", content => content.With("licence", Stored.Document("acerca")));

        var none = await Site.GetAsync(Path);
        var english = await Site.GetAsync(Path, ("Accept-Language", "en"));

        Assert.Contains("\"Acerca\"", none.Text, StringComparison.Ordinal);
        Assert.Equal(none.Text, english.Text);
        Assert.Equal(none.Header("ETag"), english.Header("ETag"));
    }

    [Fact]
    public async Task an_error_has_no_tag()
    {
        foreach (var path in (string[])["content/item/nothing", "content?fetch=nothing:/", "content?take=x", "media"])
        {
            Assert.Null((await Site.GetAsync(path, ("If-None-Match", "*"))).Header("ETag"));
        }
    }
}
