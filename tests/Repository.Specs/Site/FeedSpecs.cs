using System.Net;
using System.Xml.Linq;
using Repository.Specs.Delivery;
using Repository.Specs.Seeded;

namespace Repository.Specs.Site;

/// <summary>Whoever wants to hear of what is new needs no account: every list, narrowed as one likes, is a feed as well.</summary>
public sealed class FeedSpecs(SeededSite seeded, VillageSite village)
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Theory]
    [InlineData("practicas", "practice", "replication")]
    [InlineData("materiales", "outreachMaterial", "campaign")]
    [InlineData("sentencias", "sentenceInfographic")]
    [InlineData("planes", "actionPlan", "commitment", "activity", "stateExercise")]
    [InlineData("convocatorias", "call")]
    [InlineData("reconocimientos", "recognition")]
    [InlineData("noticias", "newsItem")]
    public async Task each_kind_of_content_has_a_feed_of_its_own(string name, params string[] types)
    {
        var feed = await FeedAsync(seeded.Site, $"/feeds/{name}.atom?take=100");

        var told = Entries(feed).SelectMany(entry => entry.Elements(Atom + "category")).Where(category => category.Attribute("scheme") is null).Select(category => category.Attribute("term")!.Value);
        Assert.All(told, type => Assert.Contains(type, types));
        var all = seeded.Site.Live.Documents().Count(item => types.Contains(item.Type.Alias) && item.In("es-MX") is not null);
        Assert.Equal(Math.Min(100, all), Entries(feed).Count);
    }

    [Theory]
    [InlineData("/feeds/todo.atom")]
    [InlineData("/feeds/practicas.atom?q=agua&region=mixteca&sort=title")]
    [InlineData("/feeds/sentencias.atom?lang=es-MX")]
    [InlineData("/feeds/practicas.atom?lang=en")]
    [InlineData("/feeds/materiales.atom?q=xqzwv")]
    public async Task a_feed_has_what_a_reader_of_feeds_needs(string address)
    {
        var feed = await FeedAsync(seeded.Site, address);

        Assert.Equal(seeded.Site.Client.BaseAddress + address[1..], feed.Element(Atom + "id")!.Value);
        Assert.Equal(seeded.Site.Client.BaseAddress + address[1..], Link(feed, "self"));
        Assert.Equal(HttpStatusCode.OK, (await seeded.Site.VisitAsync(new Uri(Link(feed, "alternate")!).PathAndQuery)).Status);
        Assert.NotEmpty(feed.Element(Atom + "title")!.Value);
        Assert.NotEmpty(feed.Element(Atom + "author")!.Element(Atom + "name")!.Value);
        var updated = Moment(feed, "updated");
        Assert.All(Entries(feed), entry =>
        {
            Assert.Matches("^urn:uuid:[0-9a-f-]{36}$", entry.Element(Atom + "id")!.Value);
            Assert.NotEmpty(entry.Element(Atom + "title")!.Value);
            Assert.StartsWith(seeded.Site.Client.BaseAddress!.ToString(), Link(entry, "alternate")!, StringComparison.Ordinal);
            Assert.InRange(Moment(entry, "updated"), Moment(entry, "published"), updated);
        });
        Assert.Equal(Entries(feed).Count, Entries(feed).Select(entry => entry.Element(Atom + "id")!.Value).Distinct().Count());
    }

    [Fact]
    public async Task a_material_brings_its_subjects_its_rights_its_authors_and_its_file()
    {
        var feed = await FeedAsync(seeded.Site, "/feeds/materiales.atom?take=100");

        var entries = Entries(feed);
        var enclosure = entries.SelectMany(entry => entry.Elements(Atom + "link")).First(link => link.Attribute("rel")!.Value == "enclosure");
        var file = await new Api(seeded.Site.Client).SendAsync(HttpMethod.Get, new Uri(enclosure.Attribute("href")!.Value).AbsolutePath);
        Assert.Equal(HttpStatusCode.OK, file.Status);
        Assert.Equal(enclosure.Attribute("type")!.Value.Split(';')[0], file.MediaType);
        Assert.Equal(enclosure.Attribute("length")!.Value, $"{file.Body.Length}");
        Assert.All(entries, entry => Assert.NotEmpty(entry.Element(Atom + "rights")!.Value));
        Assert.Contains(entries, entry => Link(entry, "license") == "https://creativecommons.org/licenses/by/4.0/");
        var theme = entries.SelectMany(entry => entry.Elements(Atom + "category")).First(category => category.Attribute("scheme")?.Value.Contains("/vocabularios/", StringComparison.Ordinal) is true);
        Assert.Equal(HttpStatusCode.OK, (await seeded.Site.VisitAsync(new Uri(theme.Attribute("scheme")!.Value).AbsolutePath)).Status);
    }

    [Fact]
    public async Task what_is_narrowed_on_the_page_is_narrowed_in_its_feed()
    {
        foreach (var (page, feed) in ((string, string)[])[("/practicas/?region=mixteca&sort=title", "/feeds/practicas.atom?region=mixteca"), ("/buscar/?q=agua&type=practice", "/feeds/todo.atom?q=agua&type=practice"), ("/en/practices/", "/feeds/practicas.atom?lang=en")])
        {
            Assert.Contains($"<link rel=\"alternate\" type=\"application/atom+xml\" title=\"", await seeded.Site.PageAsync(page), StringComparison.Ordinal);
            Assert.Contains($"href=\"{feed.Replace("&", "&amp;", StringComparison.Ordinal)}\"", await seeded.Site.PageAsync(page), StringComparison.Ordinal);
        }

        var narrowed = await FeedAsync(seeded.Site, "/feeds/practicas.atom?region=mixteca&take=100");
        var whole = await FeedAsync(seeded.Site, "/feeds/practicas.atom?take=100");

        Assert.NotEmpty(Entries(narrowed));
        Assert.True(Entries(narrowed).Count < Entries(whole).Count);
        Assert.All(Entries(narrowed), entry => Assert.Contains(entry.Elements(Atom + "category"), category => category.Attribute("term")!.Value == "mixteca"));
    }

    [Fact]
    public async Task a_new_item_appears_once_and_first_and_what_is_withdrawn_leaves()
    {
        await using var own = await VillageSite.StartAsync();
        const string Address = "/feeds/practicas.atom?region=valles";
        var before = await own.Site.VisitAsync(Address);
        var known = await own.Site.VisitAsync(Address, $"If-None-Match: {before.Header("ETag")}");
        await own.Site.SaveAsync("faena", content => content.With("region", Stored.Picked("valles")));
        await own.Site.PublishAsync("faena", Village.Spanish);

        var after = await own.Site.VisitAsync(Address, $"If-None-Match: {before.Header("ETag")}");

        Assert.Equal(HttpStatusCode.NotModified, known.Status);
        var titles = Entries(XDocument.Parse(after.Text).Root!).Select(entry => entry.Element(Atom + "title")!.Value).ToList();
        Assert.Equal(["Faena", "Tequio para el camino de saca"], titles);
        await own.Site.UnpublishAsync("faena");
        Assert.DoesNotContain("Faena", (await own.Site.VisitAsync(Address)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task what_is_not_public_is_in_no_feed()
    {
        var feed = (await village.Site.VisitAsync("/feeds/todo.atom?take=100")).Text;

        foreach (var hidden in (string[])["reservada", "retirada", "papelera", "Borrador"]) Assert.DoesNotContain(hidden, feed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task whatever_an_editor_types_a_feed_stays_well_formed()
    {
        await using var own = await VillageSite.StartAsync();
        const string Hostile = "]]></title><script>alert(1)</script>&\"'\uE000 \U0001F33D";
        await own.Site.SaveAsync("faena", content => content.With("summary", $"{Hostile}\u0001\u001f\uFFFE {new string('a', 90)}", Village.Spanish).WithName($"Faena {Hostile}", Village.Spanish));
        await own.Site.PublishAsync("faena", Village.Spanish);

        var feed = await FeedAsync(own.Site, "/feeds/practicas.atom");

        var entry = Entries(feed)[0];
        Assert.Equal("Faena ]]></title><script>alert(1)</script>&\"'\uE000 \U0001F33D", entry.Element(Atom + "title")!.Value);
        Assert.StartsWith($"{Hostile} a", entry.Element(Atom + "summary")!.Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?nada=1")]
    [InlineData("?sort=azar")]
    [InlineData("?take=201")]
    [InlineData("?take=-1")]
    [InlineData("?lang=xx")]
    [InlineData("?near=aqui")]
    [InlineData("?year=2019..x")]
    [InlineData("?q=" + "a%20b%20c%20d%20e%20f%20g%20h%20a%20b%20c%20d%20e%20f%20g%20h%20a%20b%20c%20d%20e%20f%20g%20h%20a%20b%20c%20d%20e%20f%20g%20h%20a%20b%20c%20d%20e%20f%20g%20h%20a%20b%20c%20d%20e%20f%20g%20h%20a%20b%20c%20d%20e%20f%20g%20h%20a%20b%20c%20d%20e%20f%20g%20h%20i")]
    public async Task a_question_that_makes_no_sense_is_refused_with_its_reason(string query)
    {
        var reply = await seeded.Site.VisitAsync($"/feeds/practicas.atom{query}");

        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.Equal("application/problem+json", reply.MediaType);
        Assert.NotEmpty(reply.Json.GetProperty("detail").GetString()!);
        Assert.Null(reply.Header("ETag"));
    }

    [Fact]
    public async Task there_is_no_other_feed()
    {
        foreach (var address in (string[])["/feeds/nada.atom", "/feeds/practicas", "/feeds/practicas.rss", "/feeds/"])
        {
            var reply = await seeded.Site.VisitAsync(address);

            Assert.Equal(HttpStatusCode.NotFound, reply.Status);
            Assert.NotEqual("text/html", reply.MediaType);
        }
    }

    private static async Task<XElement> FeedAsync(TestSite site, string address)
    {
        var reply = await site.VisitAsync(address);
        Assert.True(reply.Status == HttpStatusCode.OK, $"{address} answered {reply.Status}.");
        Assert.Equal("application/atom+xml", reply.MediaType);
        return XDocument.Parse(reply.Text).Root!;
    }

    private static List<XElement> Entries(XElement feed) => [.. feed.Elements(Atom + "entry")];

    private static string? Link(XElement element, string relation) => element.Elements(Atom + "link").FirstOrDefault(link => link.Attribute("rel")!.Value == relation)?.Attribute("href")!.Value;

    private static DateTimeOffset Moment(XElement element, string name) => DateTimeOffset.Parse(element.Element(Atom + name)!.Value, null);
}
