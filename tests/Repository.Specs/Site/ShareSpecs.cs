using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Repository.Specs.Delivery;
using Repository.Specs.Seeded;
using Repository.Testing;
using Repository.Web.Media.Renditions.Headers;
using Repository.Web.Media.Renditions.Making;

namespace Repository.Specs.Site;

/// <summary>A link that is passed on in a message shows what it leads to.</summary>
public sealed partial class ShareSpecs(SeededSite seeded) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("/")]
    [InlineData("/en/")]
    [InlineData("/practicas/")]
    [InlineData("/practicas/copuda-siembra-de-agua/")]
    [InlineData("/materiales/derechos-arco/")]
    [InlineData("/sentencias/corteidh-campo-algodonero-2009/")]
    [InlineData("/municipios/abejones/")]
    [InlineData("/buscar/?q=agua")]
    public async Task every_page_names_a_picture_that_is_there(string address)
    {
        Assert.SkipUnless(Tool.Vips.IsInstalled, Tool.Vips.WhyAbsent);
        var page = await seeded.Site.PageAsync(address);

        var picture = await new Api(seeded.Site.Client).SendAsync(HttpMethod.Get, PictureOf(page)!);

        Assert.Equal((HttpStatusCode.OK, "image/jpeg"), (picture.Status, picture.MediaType));
        Assert.Equal("(1200, 630)", SizeOf(picture));
        Assert.Equal("public, max-age=604800, immutable", picture.Header("Cache-Control"));
        Assert.Contains("<meta property=\"og:image:width\" content=\"1200\">", page, StringComparison.Ordinal);
        Assert.Contains("<meta name=\"twitter:card\" content=\"summary_large_image\">", page, StringComparison.Ordinal);
        Assert.Matches("<meta property=\"og:image:alt\" content=\"[^\"]+\">", page);
    }

    [Fact]
    public async Task a_material_with_a_picture_shows_that_and_anything_else_a_card_with_its_title()
    {
        Assert.SkipUnless(Tool.Vips.IsInstalled, Tool.Vips.WhyAbsent);

        Assert.Contains("/kits/", PictureOf(await seeded.Site.PageAsync("/materiales/derechos-arco/")), StringComparison.Ordinal);
        Assert.Contains("/compartir/es-MX/", PictureOf(await seeded.Site.PageAsync("/municipios/abejones/")), StringComparison.Ordinal);
        Assert.Contains("/compartir/en/", PictureOf(await seeded.Site.PageAsync("/en/practices/")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_card_is_made_once_and_anew_only_when_its_title_changes()
    {
        Assert.SkipUnless(Tool.Vips.IsInstalled, Tool.Vips.WhyAbsent);
        await using var village = await VillageSite.StartAsync();
        var making = village.Site.Service<RenditionMaking>();
        var first = PictureOf(await village.Site.PageAsync("/practicas/faena/"))!;
        var reply = await village.Site.VisitAsync(first);
        await village.Site.SaveAsync("faena", content => content.With("year", "2020"));
        await village.Site.PublishAsync("faena", Village.Spanish);

        var again = await village.Site.VisitAsync(PictureOf(await village.Site.PageAsync("/practicas/faena/"))!);
        var known = await village.Site.VisitAsync(first, $"If-None-Match: {reply.Header("ETag")}");
        var made = making.Made;
        await village.Site.SaveAsync("faena", content => content.WithName("Faena nueva", Village.Spanish).With("umbracoUrlName", "faena", Village.Spanish));
        await village.Site.PublishAsync("faena", Village.Spanish);
        var renamed = PictureOf(await village.Site.PageAsync("/practicas/faena/"))!;

        Assert.Equal(1, made);
        Assert.Equal(reply.Body, again.Body);
        Assert.Equal(HttpStatusCode.NotModified, known.Status);
        Assert.NotEqual(first, renamed);
        Assert.NotEqual(reply.Body, (await village.Site.VisitAsync(renamed)).Body);
    }

    [Fact]
    public async Task there_are_cards_of_public_items_in_their_own_languages_only()
    {
        await using var village = await VillageSite.StartAsync();
        static string Card(string handle, string language) => $"/compartir/{language}/{AnItem.KeyOf(handle)}.jpg?v=1";

        foreach (var address in (string[])
        [
            Card("restricted", "es-MX"), Card("restricted-replica", "es-MX"), Card("draft", "es-MX"), Card("binned", "es-MX"), Card("orphan", "es-MX"), Card("faena", "en"), Card("faena", "xx"), Card("faena", "ES-mx"),
            Card("water", "en"), Card("map", "es-MX"), "/compartir/es-MX/nada.jpg", "/compartir/",
        ])
        {
            var reply = await village.Site.VisitAsync(address);

            Assert.True(reply.Status == HttpStatusCode.NotFound, address);
            Assert.NotEqual("text/html", reply.MediaType);
        }

        Assert.Equal(0, village.Site.Service<RenditionMaking>().Made);
    }

    [Fact]
    public async Task without_the_tool_a_page_names_no_picture()
    {
        using var bin = new TemporaryFolder();
        await using var village = await VillageSite.StartAsync();
        var site = await village.AnotherAsync(services => services.AddSingleton(new Vips(bin.Path)));

        var page = await site.PageAsync("/practicas/faena/");
        var card = await site.VisitAsync($"/compartir/es-MX/{AnItem.KeyOf("faena")}.jpg");

        Assert.Null(PictureOf(page));
        Assert.Contains("<meta name=\"twitter:card\" content=\"summary\">", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, card.Status);
        Assert.Equal("no-store", card.Header("Cache-Control"));
        Assert.NotNull(card.Header("Retry-After"));
    }

    [Fact]
    public async Task whatever_a_title_says_its_card_is_drawn()
    {
        Assert.SkipUnless(Tool.Vips.IsInstalled, Tool.Vips.WhyAbsent);
        await using var village = await VillageSite.StartAsync();
        const string Hostile = "<image href='file:///etc/passwd'/> ]]> &xxe; {site} {title} \"'";
        await village.Site.SaveAsync("faena", content => content.WithName($"{Hostile} {new string('W', 40)}", Village.Spanish).With("umbracoUrlName", "faena", Village.Spanish));
        await village.Site.PublishAsync("faena", Village.Spanish);

        var card = await village.Site.VisitAsync(PictureOf(await village.Site.PageAsync("/practicas/faena/"))!);

        Assert.Equal((HttpStatusCode.OK, "(1200, 630)"), (card.Status, SizeOf(card)));
    }

    [Fact]
    public async Task who_comes_when_too_many_wait_is_asked_to_come_back()
    {
        Assert.SkipUnless(Tool.Vips.IsInstalled, Tool.Vips.WhyAbsent);
        var keys = seeded.Site.Live.Documents().Where(item => item.Type.Alias == "term").Select(item => item.Key).Take(40).ToList();

        var replies = await Task.WhenAll(keys.Select(key => seeded.Site.VisitAsync($"/compartir/es-MX/{key}.jpg")));

        Assert.All(replies, reply => Assert.Contains(reply.Status, (HttpStatusCode[])[HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable]));
        Assert.Contains(replies, reply => reply.Status == HttpStatusCode.OK);
        Assert.Contains(replies, reply => reply.Status == HttpStatusCode.ServiceUnavailable);
        Assert.Equal(HttpStatusCode.OK, (await seeded.Site.VisitAsync($"/compartir/es-MX/{keys[^1]}.jpg")).Status);
    }

    private static string? PictureOf(string page) => Picture().Match(page) is { Success: true } match ? new Uri(WebUtility.HtmlDecode(match.Groups[1].Value)).PathAndQuery : null;

    private string SizeOf(Reply picture)
    {
        var file = _folder.File(Guid.NewGuid().ToString("N"));
        File.WriteAllBytes(file, picture.Body);
        var size = ImageHeader.Read(file)!.Stored;
        return $"({size.Width}, {size.Height})";
    }

    [GeneratedRegex("<meta property=\"og:image\" content=\"([^\"]+)\">")]
    private static partial Regex Picture();
}
