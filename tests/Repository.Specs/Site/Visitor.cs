using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using Repository.Core.Schema;
using Repository.Specs.Seeded;

namespace Repository.Specs.Site;

/// <summary>Someone who reads the site's pages.</summary>
internal static partial class Visitor
{
    public const int MostCompressed = 40_000;

    public static Task<Reply> VisitAsync(this TestSite site, string address, params string[] headers) => new Api(site.Client).SendAsync(HttpMethod.Get, address, headers);

    /// <summary>The text of a page that must be there.</summary>
    public static async Task<string> PageAsync(this TestSite site, string address)
    {
        var reply = await site.VisitAsync(address);
        Assert.True(reply.Status == HttpStatusCode.OK, $"{address} answered {reply.Status}.");
        return reply.Text;
    }

    /// <summary>The content types of which there may be items: the others are made of, or go into, these.</summary>
    public static IEnumerable<ContentType> Placed(this ContentSchema schema)
    {
        var allowed = schema.Types.SelectMany(type => type.AllowedChildren).ToHashSet();
        return schema.Types.Where(type => type.Kind == ContentTypeKind.Document && (type.AllowedAtRoot || allowed.Contains(type.Key)));
    }

    /// <summary>How many bytes of a reply are sent to a telephone.</summary>
    public static long Compressed(Reply reply)
    {
        var compressed = new MemoryStream();
        using (var brotli = new BrotliStream(compressed, CompressionLevel.Fastest, leaveOpen: true)) brotli.Write(reply.Body);
        return compressed.Length;
    }

    /// <summary>Where a page leads within the site, without anchors.</summary>
    public static IEnumerable<string> LinksOf(string html) =>
        from Match match in LinkPattern().Matches(html)
        let address = WebUtility.HtmlDecode(match.Groups[1].Value)
        where address.StartsWith('/') && !address.StartsWith("//", StringComparison.Ordinal)
        select address.Split('#')[0];

    [GeneratedRegex("(?:href|src)=\"([^\"]*)\"")]
    private static partial Regex LinkPattern();
}
