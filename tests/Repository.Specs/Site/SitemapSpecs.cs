using System.Net;
using System.Xml.Linq;
using Microsoft.Extensions.DependencyInjection;
using Repository.Core.Publishing;
using Repository.Specs.Delivery;
using Repository.Specs.Seeded;
using Repository.Web.Site.Machines.Sitemaps;

namespace Repository.Specs.Site;

/// <summary>Search engines learn of every public page, once, and of nothing else.</summary>
public sealed class SitemapSpecs(SeededSite seeded, VillageSite village)
{
    private static readonly XNamespace Map = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace Variant = "http://www.w3.org/1999/xhtml";
    private static readonly XNamespace Image = "http://www.google.com/schemas/sitemap-image/1.1";

    [Fact]
    public async Task every_public_page_is_listed_exactly_once()
    {
        var live = seeded.Site.Live;
        var pages = live.Documents().SelectMany(item => item.Cultures.Select(culture => Routing.PathOf(live, culture))).Concat(["/buscar/", "/en/buscar/", "/comparar/", "/en/comparar/", "/mi-municipio/", "/en/mi-municipio/"]);

        var listed = await PathsAsync(seeded.Site, "/sitemap.xml");

        Assert.Equal(pages.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task what_is_not_public_is_not_listed_and_a_shared_address_is_listed_once()
    {
        var listed = await PathsAsync(village.Site, "/sitemap.xml");

        Assert.DoesNotContain(listed, path => path.Contains("reservada", StringComparison.Ordinal) || path.Contains("retirada", StringComparison.Ordinal) || path.Contains("papelera", StringComparison.Ordinal) || path.Contains("borrador", StringComparison.Ordinal));
        Assert.Equal(listed.Distinct().Count(), listed.Count);
        Assert.Contains("/", listed);
        foreach (var path in listed) Assert.Equal(HttpStatusCode.OK, (await village.Site.VisitAsync(path)).Status);
    }

    [Fact]
    public async Task a_page_names_its_other_languages_and_when_it_changed()
    {
        var entries = await EntriesAsync(seeded.Site, "/sitemap.xml");

        foreach (var path in (string[])["/practicas/", "/en/practices/"])
        {
            var variants = entries.Single(entry => PathOf(entry) == path).Elements(Variant + "link").ToDictionary(link => link.Attribute("hreflang")!.Value, link => new Uri(link.Attribute("href")!.Value).AbsolutePath);
            Assert.Equal(new Dictionary<string, string> { ["es-MX"] = "/practicas/", ["en"] = "/en/practices/", ["x-default"] = "/practicas/" }, variants);
        }

        Assert.Equal(3, entries.Single(entry => PathOf(entry) == "/buscar/").Elements(Variant + "link").Count());
        var section = seeded.Site.Live.Documents().First(item => item.Cultures.Any(culture => culture.Path == "/practicas/"));
        var changed = DateTimeOffset.Parse(entries.Single(entry => PathOf(entry) == "/practicas/").Element(Map + "lastmod")!.Value, null);
        Assert.Equal(section.In("es-MX")!.UpdatedAt, changed, TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task pictures_of_pages_are_listed_and_can_be_fetched()
    {
        var pictures = (await EntriesAsync(seeded.Site, "/sitemap.xml")).Elements(Image + "image").Select(image => image.Element(Image + "loc")!.Value).Distinct().ToList();

        Assert.NotEmpty(pictures);
        foreach (var picture in pictures.Take(3))
        {
            var reply = await new Api(seeded.Site.Client).SendAsync(HttpMethod.Get, new Uri(picture).PathAndQuery);
            Assert.Equal(HttpStatusCode.OK, reply.Status);
            Assert.StartsWith("image/", reply.MediaType, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task a_large_site_has_parts_and_an_index_of_them()
    {
        await using var own = await VillageSite.StartAsync();
        var whole = await PathsAsync(own.Site, "/sitemap.xml");
        var large = await own.AnotherAsync(services => services.AddSingleton(new SitemapSize(10)));

        var index = XDocument.Parse((await large.VisitAsync("/sitemap.xml")).Text).Root!;

        var parts = index.Elements(Map + "sitemap").Select(part => new Uri(part.Element(Map + "loc")!.Value).AbsolutePath).ToList();
        Assert.Equal((whole.Count + 9) / 10, parts.Count);
        var listed = new List<string>();
        foreach (var part in parts) listed.AddRange(await PathsAsync(large, part));
        Assert.Equal(whole, listed);
        Assert.Equal(HttpStatusCode.NotFound, (await large.VisitAsync($"/sitemap-{parts.Count + 1}.xml")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await large.VisitAsync("/sitemap-0.xml")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await own.Site.VisitAsync("/sitemap-1.xml")).Status);
    }

    [Fact]
    public async Task it_is_sent_again_only_when_something_was_published()
    {
        await using var own = await VillageSite.StartAsync();
        var first = await own.Site.VisitAsync("/sitemap.xml");
        var again = await own.Site.VisitAsync("/sitemap.xml", $"If-None-Match: {first.Header("ETag")}");
        await own.Site.RenameAsync("faena", "Faena nueva");

        var later = await own.Site.VisitAsync("/sitemap.xml", $"If-None-Match: {first.Header("ETag")}");

        Assert.Equal(HttpStatusCode.NotModified, again.Status);
        Assert.Empty(again.Body);
        Assert.Equal(HttpStatusCode.OK, later.Status);
        Assert.Contains("/practicas/faena-nueva/", later.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/practicas/faena/", later.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task it_names_the_site_as_whoever_asks_does()
    {
        var reply = await seeded.Site.VisitAsync("/sitemap.xml", "Host: practicas.example");

        Assert.Contains("<loc>http://practicas.example/practicas/</loc>", reply.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("127.0.0.1", reply.Text, StringComparison.Ordinal);
    }

    private static async Task<List<string>> PathsAsync(TestSite site, string address) => [.. (await EntriesAsync(site, address)).Select(PathOf)];

    private static async Task<List<XElement>> EntriesAsync(TestSite site, string address)
    {
        var reply = await site.VisitAsync(address);
        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.Equal("application/xml", reply.MediaType);
        return [.. XDocument.Parse(reply.Text).Root!.Elements(Map + "url")];
    }

    private static string PathOf(XElement entry) => Uri.UnescapeDataString(new Uri(entry.Element(Map + "loc")!.Value).AbsolutePath);
}
