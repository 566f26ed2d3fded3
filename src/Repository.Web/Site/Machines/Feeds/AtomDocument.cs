using System.Globalization;
using Repository.Web.Media;
using Repository.Web.Media.Renditions.Credits;
using Repository.Web.Site.Reading;
using Repository.Web.Site.Rendering;

namespace Repository.Web.Site.Machines.Feeds;

/// <summary>A feed as Atom has it (RFC 4287), with licences (RFC 4946). An entry keeps its name for good: the item's key.</summary>
internal sealed class AtomDocument
{
    public const string ContentType = "application/atom+xml";

    /// <summary>By what an entry can be sorted in a reader's own program.</summary>
    private static readonly string[] Categories = ["themes", "principles", "communityForms", "region", "kind", "matter"];

    private readonly Feed _feed;
    private readonly HtmlOutput _output;

    private AtomDocument(Feed feed, HtmlOutput output)
    {
        _feed = feed;
        _output = output;
    }

    public static MachineDocument Of(Feed feed) => MachineDocument.Of($"{ContentType}; charset=utf-8", output => new AtomDocument(feed, output).Write());

    private void Write()
    {
        var reader = _feed.Reader;
        _output.Literal($"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{reader.Culture}\">\n<id>{MachineDocument.Site}");
        _output.Text(_feed.Self);
        _output.Literal("</id>\n");
        Element("title", _feed.Title);
        Element("subtitle", reader.Texts["Feed.Text"]);
        Time("updated", _feed.UpdatedAt);
        Link("self", ContentType, _feed.Self);
        Link("alternate", "text/html", _feed.Page);
        Person(reader.Texts["Site.FullName"]);
        foreach (var item in _feed.Items) Entry(item);
        _output.Literal("</feed>\n");
    }

    private void Entry(SeenItem item)
    {
        var values = _feed.Reader.Values(item);
        _output.Literal(item.Lang is { } language ? $"<entry xml:lang=\"{language}\">\n" : "<entry>\n");
        Element("id", $"urn:uuid:{item.Item.Key}");
        Element("title", item.Name);
        Link("alternate", "text/html", new PathString(item.Path).ToUriComponent());
        Time("published", item.Item.CreatedAt < item.Here.UpdatedAt ? item.Item.CreatedAt : item.Here.UpdatedAt);
        Time("updated", item.Here.UpdatedAt);
        foreach (var author in values.Lines("authors")) Person(author);
        if (SiteReader.Summary(item) is { } summary) Element("summary", summary);
        Category(item.Type, null, TypeNames.One(item.Item.Type, _feed.Reader.Texts));
        foreach (var word in Categories.SelectMany(values.Picks).DistinctBy(word => word.Item.Key)) Category(word);
        if (item.Item.Type.Property("licence") is not null) Rights(ItemRights.Of(values));
        if (values.Blocks("files").SelectMany(file => file.Media("file")).FirstOrDefault() is { } medium) Enclosure(medium);
        _output.Literal("</entry>\n");
    }

    private void Category(SeenItem word)
    {
        var vocabulary = word.Item.ParentKey is { } parent ? _feed.Reader.Find(parent)?.Path : null;
        Category(word.Item.Content.Value("key", "") is { Length: > 0 } key ? key : word.Here.Segment, vocabulary, word.Name);
    }

    private void Category(string term, string? scheme, string label)
    {
        Begin("category");
        Attribute("term", term);
        if (scheme is not null)
        {
            _output.Literal($" scheme=\"{MachineDocument.Site}");
            _output.Text(new PathString(scheme).ToUriComponent());
            _output.Literal("\"");
        }

        Attribute("label", label);
        _output.Literal("/>\n");
    }

    private void Rights(MediaRights rights)
    {
        Element("rights", rights.Credit.Length > 0 ? $"{rights.Credit} · {rights.Licence}" : rights.Licence);
        if (rights.LicenceAddress is not { } licence) return;
        Begin("link");
        Attribute("rel", "license");
        Attribute("href", licence);
        _output.Literal("/>\n");
    }

    private void Enclosure(Medium medium)
    {
        Begin("link");
        Attribute("rel", "enclosure");
        Attribute("type", MediaContentTypes.Of(medium.Url));
        if (medium.Bytes is { } bytes) Attribute("length", bytes.ToString(CultureInfo.InvariantCulture));
        Attribute("title", medium.Name);
        _output.Literal($" href=\"{MachineDocument.Site}");
        _output.Text(new PathString(medium.Url).ToUriComponent());
        _output.Literal("\"/>\n");
    }

    private void Person(string name)
    {
        _output.Literal("<author><name>");
        _output.Text(XmlText.Legal(name));
        _output.Literal("</name></author>\n");
    }

    private void Link(string relation, string type, string address)
    {
        _output.Literal($"<link rel=\"{relation}\" type=\"{type}\" href=\"{MachineDocument.Site}");
        _output.Text(address);
        _output.Literal("\"/>\n");
    }

    private void Time(string name, DateTimeOffset time) => Element(name, time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));

    private void Element(string name, string text)
    {
        _output.Literal($"<{name}>");
        _output.Text(XmlText.Legal(text));
        _output.Literal($"</{name}>\n");
    }

    private void Begin(string name) => _output.Literal($"<{name}");

    private void Attribute(string name, string text)
    {
        _output.Literal($" {name}=\"");
        _output.Text(XmlText.Legal(text));
        _output.Literal("\"");
    }
}
