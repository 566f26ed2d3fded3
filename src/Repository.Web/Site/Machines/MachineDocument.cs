using System.Buffers;
using System.Text;
using Repository.Web.Site.Rendering;

namespace Repository.Web.Site.Machines;

/// <summary>
/// What programs read at an address of the site. Wherever it names the site, whose name depends on who asks, it holds a sign instead, so that it can be made once for
/// each state of the content.
/// </summary>
internal sealed record MachineDocument(string ContentType, ReadOnlyMemory<byte> Bytes)
{
    public const string Xml = "application/xml; charset=utf-8";

    /// <summary>Stands for the site's address. Texts that editors write cannot hold it: it would be escaped.</summary>
    public const string Site = "\uE000";

    private static readonly byte[] Sign = Encoding.UTF8.GetBytes(Site);

    public static MachineDocument Of(string contentType, Action<HtmlOutput> write)
    {
        using var output = new HtmlOutput();
        write(output);
        return new MachineDocument(contentType, output.Written.ToArray());
    }

    /// <summary>Writes it with the site's address in each place.</summary>
    public void Write(IBufferWriter<byte> target, string origin)
    {
        var address = Encoding.UTF8.GetBytes(origin);
        var rest = Bytes.Span;
        for (var at = rest.IndexOf(Sign); at >= 0; at = rest.IndexOf(Sign))
        {
            target.Write(rest[..at]);
            target.Write(address);
            rest = rest[(at + Sign.Length)..];
        }

        target.Write(rest);
    }
}
