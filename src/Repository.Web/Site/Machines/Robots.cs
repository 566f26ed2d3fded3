using Repository.Web.Site.Reading;

namespace Repository.Web.Site.Machines;

/// <summary>
/// <c>/robots.txt</c>. Every page has one address without a question in it, and the sitemap names them all; of the endless combinations of filters robots need none. They may
/// turn the pages of a list, look at a search that somebody shared, and fetch pictures, whose sizes stand behind the question mark. The longest rule that fits counts (RFC 9309).
/// </summary>
internal static class Robots
{
    public static MachineDocument Of(SiteReader reader) => MachineDocument.Of("text/plain; charset=utf-8", output => output.Literal(
        $"""
        User-agent: *
        Disallow: /*?
        Allow: /*?skip=
        Allow: /*?q=
        Disallow: /*?q=*&
        Allow: /media/*?
        Allow: /kits/*.jpg?
        Allow: /compartir/
        Disallow: /api/
        Disallow: /desk/
        Disallow: /umbraco/

        Sitemap: {MachineDocument.Site}/sitemap.xml

        """));
}
