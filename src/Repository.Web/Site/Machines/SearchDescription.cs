using Repository.Web.Site.Machines.Feeds;
using Repository.Web.Site.Reading;

namespace Repository.Web.Site.Machines;

/// <summary><c>/opensearch.xml</c>: by it a browser offers to search here from its own address bar.</summary>
internal static class SearchDescription
{
    public const string Address = "/opensearch.xml";

    public const string ContentType = "application/opensearchdescription+xml";

    public static MachineDocument Of(SiteReader reader) => MachineDocument.Of($"{ContentType}; charset=utf-8", output =>
    {
        output.Literal("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n<ShortName>");
        output.Text(reader.Texts["Site.ShortName"].Value);
        output.Literal("</ShortName>\n<LongName>");
        output.Text(reader.Texts["Site.FullName"].Value);
        output.Literal("</LongName>\n<Description>");
        output.Text(reader.Texts["Search.Description"].Value);
        output.Literal($"</Description>\n<Language>{reader.Culture}</Language>\n<InputEncoding>UTF-8</InputEncoding>\n<OutputEncoding>UTF-8</OutputEncoding>\n");
        output.Literal($"<Url type=\"text/html\" template=\"{MachineDocument.Site}{OwnAddress.Of(reader, OwnAddress.Search)}?q={{searchTerms}}\"/>\n");
        output.Literal($"<Url type=\"{AtomDocument.ContentType}\" template=\"{MachineDocument.Site}{FeedKind.Everything.Path}?q={{searchTerms}}&amp;lang={reader.Culture}\"/>\n");
        output.Literal($"<Url type=\"{ContentType}\" rel=\"self\" template=\"{MachineDocument.Site}{Address}\"/>\n</OpenSearchDescription>\n");
    });
}
