using System.Net;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Repository.Specs.Seeded;

namespace Repository.Specs.Site;

/// <summary>What robots are asked not to fetch, and how a browser learns to search here.</summary>
public sealed class RobotSpecs(SeededSite seeded)
{
    private static readonly XNamespace Description = "http://a9.com/-/spec/opensearch/1.1/";

    [Theory]
    [InlineData("/", true)]
    [InlineData("/practicas/", true)]
    [InlineData("/buscar/", true)]
    [InlineData("/practicas/?skip=20", true)]
    [InlineData("/media/abc/foto.png?width=360&v=1", true)]
    [InlineData("/kits/0f/tarjeta.jpg?v=1", true)]
    [InlineData("/compartir/es-MX/0f.jpg?v=1", true)]
    [InlineData("/buscar/?q=agua", true)]
    [InlineData("/buscar/?q=agua&region=mixteca", false)]
    [InlineData("/practicas/?region=mixteca&skip=20", false)]
    [InlineData("/en/practices/?theme=water", false)]
    [InlineData("/umbraco/delivery/api/v2/content", false)]
    [InlineData("/api/v1/search", false)]
    public async Task robots_fetch_pages_and_pictures_but_not_every_combination_of_filters(string address, bool isAllowed)
    {
        var rules = (await seeded.Site.PageAsync("/robots.txt")).Split('\n').Select(line => line.Split(": ", 2)).Where(rule => rule[0] is "Allow" or "Disallow");

        var fitting = rules.Where(rule => Regex.IsMatch(address, "^" + Regex.Escape(rule[1]).Replace("\\*", ".*", StringComparison.Ordinal))).MaxBy(rule => rule[1].Length);

        Assert.Equal(isAllowed, fitting is null || fitting[0] == "Allow");
    }

    [Fact]
    public async Task robots_are_told_where_the_sitemap_is()
    {
        var reply = await seeded.Site.VisitAsync("/robots.txt");

        Assert.Equal("text/plain", reply.MediaType);
        Assert.Contains($"\nSitemap: {seeded.Site.Client.BaseAddress}sitemap.xml\n", reply.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await new Api(seeded.Site.Client).SendAsync(HttpMethod.Post, "/robots.txt")).Status);
    }

    [Fact]
    public async Task a_browser_learns_how_to_search_here()
    {
        foreach (var page in (string[])["/", "/en/", "/practicas/", "/buscar/"])
        {
            Assert.Contains("<link rel=\"search\" type=\"application/opensearchdescription+xml\"", await seeded.Site.PageAsync(page), StringComparison.Ordinal);
        }

        var reply = await seeded.Site.VisitAsync("/opensearch.xml");

        Assert.Equal("application/opensearchdescription+xml", reply.MediaType);
        var description = XDocument.Parse(reply.Text).Root!;
        Assert.InRange(description.Element(Description + "ShortName")!.Value.Length, 1, 16);
        Assert.InRange(description.Element(Description + "LongName")!.Value.Length, 1, 48);
        Assert.Equal("es-MX", description.Element(Description + "Language")!.Value);
        var search = description.Elements(Description + "Url").Single(url => url.Attribute("type")!.Value == "text/html").Attribute("template")!.Value;
        Assert.StartsWith(seeded.Site.Client.BaseAddress!.ToString(), search, StringComparison.Ordinal);
        Assert.Contains("href=\"/practicas/copuda-siembra-de-agua/\"", await seeded.Site.PageAsync(new Uri(search.Replace("{searchTerms}", "siembra%20de%20agua", StringComparison.Ordinal)).PathAndQuery), StringComparison.Ordinal);
    }

    [Fact]
    public async Task where_reading_needs_a_key_machines_find_nothing()
    {
        await using var closed = await TestSite.StartAsync("Delivery:PublicAccess=false", "Delivery:ApiKey=secreto");

        foreach (var address in (string[])["/sitemap.xml", "/robots.txt", "/opensearch.xml"]) Assert.Equal(HttpStatusCode.NotFound, (await closed.VisitAsync(address)).Status);
    }
}
