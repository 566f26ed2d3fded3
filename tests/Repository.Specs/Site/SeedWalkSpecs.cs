using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Localization;
using Repository.Core.Publishing;
using Repository.Specs.Seeded;
using Repository.Testing;
using Repository.Web.Media.Renditions.Headers;
using Repository.Web.Resources;

namespace Repository.Specs.Site;

/// <summary>Every page of the seed content, visited once.</summary>
public sealed class SeedWalk(SeededSite seeded) : IAsyncLifetime
{
    public IReadOnlyDictionary<string, Reply> Pages { get; private set; } = new Dictionary<string, Reply>();

    public async ValueTask InitializeAsync()
    {
        var live = seeded.Site.Live;
        var addresses = live.Documents().SelectMany(item => item.Cultures.Select(culture => Routing.PathOf(live, culture))).Append("/buscar/").Append("/en/buscar/").Append("/buscar/?q=agua").Append("/buscar/?q=agua&vista=mapa&municipio=20452").Append("/comparar/").Distinct();
        var pages = new ConcurrentDictionary<string, Reply>();
        await Parallel.ForEachAsync(addresses, TestContext.Current.CancellationToken, async (address, _) => pages[address] = await seeded.Site.VisitAsync(address));
        Pages = pages;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

public sealed partial class SeedWalkSpecs(SeededSite seeded, SeedWalk walk) : IClassFixture<SeedWalk>
{
    /// <summary>Every picture is offered in the same way: a few of them tell for all.</summary>
    private const int MostSets = 4;

    [Fact]
    public void every_item_has_a_page() =>
        Assert.All(walk.Pages, page => Assert.True(page.Value.Status == HttpStatusCode.OK, $"{page.Key} answered {page.Value.Status}."));

    [Fact]
    public void no_page_asks_for_a_text_that_is_not_there() => Assert.Empty(((WatchedTexts)seeded.Site.Service<IStringLocalizer<SiteTexts>>()).Missing);

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
    public void no_page_is_heavy_for_a_telephone() =>
        Assert.All(walk.Pages, page => Assert.InRange(Visitor.Compressed(page.Value), 1, Visitor.MostCompressed));

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

    [Fact]
    public async Task every_size_a_picture_is_offered_in_is_there_in_that_size()
    {
        Assert.SkipUnless(Tool.Vips.IsInstalled, Tool.Vips.WhyAbsent);
        var offered = walk.Pages.Values.SelectMany(page => SourceSet().Matches(page.Text)).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value)).Distinct().Take(MostSets).ToList();

        foreach (var (address, width) in offered.SelectMany(set => set.Split(", ")).Select(candidate => candidate.Split(' ')).Select(candidate => (candidate[0], int.Parse(candidate[1].TrimEnd('w'), CultureInfo.InvariantCulture))))
        {
            var picture = await seeded.Site.Client.GetByteArrayAsync(address, TestContext.Current.CancellationToken);

            Assert.Equal(width, ImageHeader.Read(new MemoryStream(picture))?.Stored.Width);
        }

        Assert.NotEmpty(offered);
    }

    [GeneratedRegex(" srcset=\"([^\"]*)\"")]
    private static partial Regex SourceSet();

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
