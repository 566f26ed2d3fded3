using System.Text.Json;
using System.Text.RegularExpressions;
using Repository.Core.Content;
using Repository.Specs.Delivery;
using Repository.Specs.Seeded;

namespace Repository.Specs.Site;

/// <summary>What pages tell machines, held against the vocabulary of schema.org.</summary>
public sealed partial class DescriptionSpecs(SeededSite seeded, SeedWalk walk) : IClassFixture<SeedWalk>
{
    private static readonly string[] Thing = ["@type", "@id", "name", "url", "description", "image", "identifier", "alternateName", "sameAs"];

    private static readonly string[] Work =
    [
        .. Thing, "inLanguage", "license", "creditText", "dateModified", "dateCreated", "datePublished", "about", "keywords", "creativeWorkStatus", "citation", "isAccessibleForFree", "publisher", "author", "creator",
        "spatialCoverage", "temporalCoverage", "contentLocation", "isBasedOn", "isPartOf", "hasPart", "mentions", "headline", "acquireLicensePage", "accessibilityFeature", "associatedMedia", "encoding",
        "encodingFormat", "expires", "version", "thumbnailUrl",
    ];

    private static readonly string[] Media = [.. Work, "contentUrl", "contentSize", "duration", "uploadDate"];
    private static readonly string[] Action = [.. Thing, "agent", "participant", "startTime", "endTime"];

    /// <summary>The members that schema.org has for each type used here, its ancestors' included.</summary>
    private static readonly Dictionary<string, string[]> Vocabulary = new()
    {
        ["WebSite"] = [.. Work, "potentialAction"],
        ["SearchAction"] = [.. Action, "target", "query-input"],
        ["EntryPoint"] = [.. Thing, "urlTemplate"],
        ["CollectionPage"] = Work,
        ["SearchResultsPage"] = Work,
        ["WebPage"] = Work,
        ["Article"] = Work,
        ["NewsArticle"] = Work,
        ["HowTo"] = [.. Work, "step"],
        ["HowToStep"] = [.. Work, "text", "position"],
        ["CreativeWork"] = Work,
        ["Collection"] = Work,
        ["DigitalDocument"] = Work,
        ["ImageObject"] = Media,
        ["AudioObject"] = Media,
        ["VideoObject"] = Media,
        ["MediaObject"] = Media,
        ["DataDownload"] = Media,
        ["Dataset"] = [.. Work, "distribution", "variableMeasured"],
        ["EducationalOccupationalCredential"] = Work,
        ["PlanAction"] = [.. Action, "scheduledTime"],
        ["Organization"] = [.. Thing, "email", "areaServed", "knowsAbout"],
        ["GovernmentOrganization"] = [.. Thing, "email", "areaServed", "knowsAbout"],
        ["Person"] = Thing,
        ["AdministrativeArea"] = [.. Thing, "geo", "containedInPlace"],
        ["GeoCoordinates"] = [.. Thing, "latitude", "longitude"],
        ["DefinedTerm"] = [.. Thing, "termCode", "inDefinedTermSet"],
        ["DefinedTermSet"] = Work,
        ["BreadcrumbList"] = [.. Thing, "itemListElement"],
        ["ListItem"] = [.. Thing, "position", "item"],
    };

    [Fact]
    public void nothing_is_said_that_schema_org_has_no_word_for() => Assert.All(walk.Pages, page =>
    {
        foreach (var node in NodesOf(JsonElement.Parse(Data().Match(page.Value.Text).Groups[1].Value).GetProperty("@graph")))
        {
            var types = TypesOf(node).ToList();
            Assert.NotEmpty(types);
            foreach (var member in node.EnumerateObject())
            {
                Assert.True(types.Any(type => Vocabulary[type].Contains(member.Name)), $"{page.Key}: {string.Join('+', types)} has no \"{member.Name}\".");
                Assert.False(member.Value.ValueKind == JsonValueKind.String && member.Value.GetString()!.Length == 0, $"{page.Key}: \"{member.Name}\" is empty.");
            }
        }
    });

    [Fact]
    public void every_page_of_an_item_leads_there_by_breadcrumbs() => Assert.All(walk.Pages.Where(page => page.Key is not ("/" or "/en/")), page =>
    {
        var crumbs = GraphOf(page.Value).First(node => TypesOf(node).Contains("BreadcrumbList")).GetProperty("itemListElement").EnumerateArray().ToList();

        Assert.Equal(Enumerable.Range(1, crumbs.Count), crumbs.Select(crumb => crumb.GetProperty("position").GetInt32()));
        Assert.Equal(seeded.Site.Client.BaseAddress + page.Key.Split('?')[0][1..], Uri.UnescapeDataString(crumbs[^1].GetProperty("item").GetString()!));
    });

    [Fact]
    public void a_practice_says_what_it_is_about_where_it_is_and_where_that_is_known_from()
    {
        var practice = ThingAt("/practicas/copuda-siembra-de-agua/");

        Assert.Contains("Article", TypesOf(practice));
        Assert.Contains("HowTo", TypesOf(practice));
        Assert.NotEmpty(First(practice, "step").Said("text"));
        Assert.Equal("https://creativecommons.org/licenses/by/4.0/", practice.Said("license"));
        Assert.Equal("DefinedTerm", First(practice, "about").Said("@type"));
        Assert.Equal("AdministrativeArea", First(practice, "spatialCoverage").Said("@type"));
        Assert.StartsWith("http", First(practice, "citation").Said("url"), StringComparison.Ordinal);
    }

    [Fact]
    public void a_material_says_where_its_file_is_and_how_to_use_it()
    {
        var poster = ThingAt("/materiales/derechos-arco/");
        var capsule = ThingAt("/materiales/capsula-tu-derecho-a-saber/");
        var ruling = ThingAt("/sentencias/corteidh-campo-algodonero-2009/");

        Assert.Equal("ImageObject", poster.Said("@type"));
        Assert.StartsWith($"{seeded.Site.Client.BaseAddress}media/", poster.Said("contentUrl"), StringComparison.Ordinal);
        Assert.StartsWith("image/", poster.Said("encodingFormat"), StringComparison.Ordinal);
        Assert.Equal("Repositorio de prácticas comunitarias", poster.Said("creditText"));
        Assert.Equal(seeded.Site.Client.BaseAddress + "materiales/derechos-arco/", poster.Said("acquireLicensePage"));
        Assert.Equal("AudioObject", capsule.Said("@type"));
        Assert.Matches("^PT", capsule.Said("duration"));
        Assert.Equal("CreativeWork", ruling.GetProperty("isBasedOn").Said("@type"));
        Assert.Equal("2009-11-16", ruling.GetProperty("isBasedOn").Said("dateCreated"));
        Assert.NotEmpty(ruling.GetProperty("isBasedOn").GetProperty("author").Said("name"));
    }

    [Theory]
    [InlineData("municipality", "AdministrativeArea", "geo")]
    [InlineData("municipality", "AdministrativeArea", "containedInPlace")]
    [InlineData("glossaryTerm", "DefinedTerm", "inDefinedTermSet")]
    [InlineData("term", "DefinedTerm", "inDefinedTermSet")]
    [InlineData("commitment", "PlanAction", "agent")]
    [InlineData("dataset", "Dataset", "license")]
    [InlineData("document", "DigitalDocument", "publisher")]
    [InlineData("newsItem", "NewsArticle", "datePublished")]
    [InlineData("call", "CreativeWork", "publisher")]
    [InlineData("actionPlan", "Collection", "mentions")]
    public void each_kind_of_content_says_what_matters_of_it(string contentType, string type, string member)
    {
        var live = seeded.Site.Live;
        var things = live.Documents().Where(item => item.Type.Alias == contentType).Take(30).Select(item => ThingAt(item.Cultures[^1].Path)).ToList();

        Assert.All(things, thing => Assert.Equal(type, thing.Said("@type")));
        Assert.Contains(things, thing => thing.TryGetProperty(member, out _));
    }

    [Fact]
    public void an_authority_is_told_from_an_organisation()
    {
        var types = new HashSet<string>();
        foreach (var actor in seeded.Site.Live.Documents().Where(item => item.Type.Alias == "actor"))
        {
            var thing = ThingAt(actor.Cultures[0].Path);
            types.Add(thing.Said("@type"));
            var isPublic = !string.IsNullOrEmpty(actor.Content.Value("governmentOrder", ItemContent.Invariant));
            Assert.Equal(isPublic, thing.Said("@type") == "GovernmentOrganization");
        }

        Assert.Contains("Organization", types);
    }

    [Fact]
    public async Task what_cannot_be_seen_is_not_told_either()
    {
        await using var village = await VillageSite.StartAsync();
        await village.Site.UnpublishAsync("water");

        var page = await village.Site.PageAsync("/practicas/tequio-para-el-camino-de-saca/");

        var thing = JsonElement.Parse(Data().Match(page).Groups[1].Value).GetProperty("@graph")[0];
        Assert.Equal("Caminos", thing.GetProperty("about").Said("name"));
    }

    private JsonElement ThingAt(string path) => GraphOf(walk.Pages[path])[0];

    private static List<JsonElement> GraphOf(Reply page) => [.. JsonElement.Parse(Data().Match(page.Text).Groups[1].Value).GetProperty("@graph").EnumerateArray()];

    private static JsonElement First(JsonElement thing, string member) => thing.GetProperty(member) is { ValueKind: JsonValueKind.Array } all ? all[0] : thing.GetProperty(member);

    private static IEnumerable<string> TypesOf(JsonElement node) => node.GetProperty("@type") is { ValueKind: JsonValueKind.Array } all ? all.EnumerateArray().Select(type => type.GetString()!) : [node.Said("@type")];

    private static IEnumerable<JsonElement> NodesOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(NodesOf),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => NodesOf(member.Value)).Prepend(element),
        _ => [],
    };

    [GeneratedRegex("<script type=\"application/ld\\+json\">([^<]*)</script>")]
    private static partial Regex Data();
}

internal static class Descriptions
{
    public static string Said(this JsonElement thing, string member) => thing.GetProperty(member).GetString()!;
}
