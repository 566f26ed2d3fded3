using System.Collections.Concurrent;
using System.IO.Compression;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Repository.Core.Publishing;
using Repository.Specs.Seeded;

namespace Repository.Specs.Site;

/// <summary>Every page of the seed content, visited once.</summary>
public sealed class SeedWalk(SeededSite seeded) : IAsyncLifetime
{
    public IReadOnlyDictionary<string, Reply> Pages { get; private set; } = new Dictionary<string, Reply>();

    public async ValueTask InitializeAsync()
    {
        var live = seeded.Site.Live;
        var addresses = live.Documents().SelectMany(item => item.Cultures.Select(culture => Routing.PathOf(live, culture))).Append("/buscar/").Append("/en/buscar/").Append("/buscar/?q=agua").Distinct();
        var pages = new ConcurrentDictionary<string, Reply>();
        await Parallel.ForEachAsync(addresses, TestContext.Current.CancellationToken, async (address, _) => pages[address] = await seeded.Site.VisitAsync(address));
        Pages = pages;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

public sealed partial class SeedWalkSpecs(SeededSite seeded, SeedWalk walk) : IClassFixture<SeedWalk>
{
    private const int MostCompressed = 40_000;

    [Fact]
    public void every_item_has_a_page() =>
        Assert.All(walk.Pages, page => Assert.True(page.Value.Status == HttpStatusCode.OK, $"{page.Key} answered {page.Value.Status}."));

    [Fact]
    public void every_page_has_one_title_one_first_heading_a_language_and_an_address() => Assert.All(walk.Pages, page =>
    {
        var html = page.Value.Text;

        Assert.Single(FirstHeading().Matches(html));
        Assert.Single(Title().Matches(html));
        Assert.Matches("<html lang=\"[a-zA-Z-]+\">", html);
        var canonical = WebUtility.HtmlDecode(Canonical().Match(html).Groups[1].Value);
        Assert.Equal(seeded.Site.Client.BaseAddress + page.Key.Split('?')[0].TrimStart('/'), canonical);
    });

    [Fact]
    public void every_page_describes_itself_to_machines() => Assert.All(walk.Pages, page =>
    {
        var data = Data().Match(page.Value.Text).Groups[1].Value;

        var graph = JsonElement.Parse(data).GetProperty("@graph");
        Assert.NotEqual(0, graph.GetArrayLength());
        Assert.True(graph[0].TryGetProperty("@type", out _));
    });

    [Fact]
    public void no_page_is_heavy_for_a_telephone() => Assert.All(walk.Pages, page =>
    {
        var compressed = new MemoryStream();
        using (var brotli = new BrotliStream(compressed, CompressionLevel.Fastest, leaveOpen: true)) brotli.Write(page.Value.Body);
        Assert.InRange(compressed.Length, 1, MostCompressed);
    });

    [Fact]
    public void no_id_stands_twice_on_a_page() => Assert.All(walk.Pages, page =>
    {
        var ids = Id().Matches(page.Value.Text).Select(match => match.Groups[1].Value).ToList();

        Assert.Equal(ids.Distinct().Count(), ids.Count);
    });

    [Fact]
    public async Task every_link_leads_somewhere()
    {
        var links = walk.Pages.Values.SelectMany(page => Visitor.LinksOf(page.Text)).Distinct().Where(link => !walk.Pages.ContainsKey(link)).ToList();
        var broken = new ConcurrentBag<string>();

        await Parallel.ForEachAsync(links, TestContext.Current.CancellationToken, async (link, _) =>
        {
            var reply = await new Api(seeded.Site.Client).SendAsync(link.StartsWith("/media/", StringComparison.Ordinal) ? HttpMethod.Head : HttpMethod.Get, link.Split("?width=")[0]);
            if (reply.Status != HttpStatusCode.OK) broken.Add($"{link} {reply.Status}");
        });

        Assert.Empty(broken);
    }

    [GeneratedRegex("<h1[ >]")]
    private static partial Regex FirstHeading();

    [GeneratedRegex("<title>[^<]+</title>(?!</svg>)")]
    private static partial Regex Title();

    [GeneratedRegex("<link rel=\"canonical\" href=\"([^\"]*)\">")]
    private static partial Regex Canonical();

    [GeneratedRegex("<script type=\"application/ld\\+json\">([^<]*)</script>")]
    private static partial Regex Data();

    [GeneratedRegex(" id=\"([^\"]*)\"")]
    private static partial Regex Id();
}
