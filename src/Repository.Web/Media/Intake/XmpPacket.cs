using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Repository.Web.Media.Intake;

/// <summary>A picture's XMP data without what tells where it was taken. Credit and licence stay.</summary>
internal static class XmpPacket
{
    private static readonly XmlReaderSettings Strict = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    /// <summary>The packet itself when it tells no place; nothing when it cannot be read, for then nobody knows what it tells.</summary>
    public static byte[] WithoutPlace(ReadOnlySpan<byte> packet)
    {
        var bytes = packet.ToArray();
        try
        {
            using var text = new StringReader(new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(packet.TrimEnd((byte)0)));
            using var reader = XmlReader.Create(text, Strict);
            var document = XDocument.Load(reader);
            var told = Places(document).ToList();
            if (told.Count == 0) return bytes;
            foreach (var place in told)
            {
                if (place is XAttribute attribute) attribute.Remove();
                else ((XElement)place).Remove();
            }

            return Encoding.UTF8.GetBytes(document.Root!.ToString(SaveOptions.DisableFormatting));
        }
        catch (Exception unreadable) when (unreadable is XmlException or DecoderFallbackException)
        {
            return [];
        }
    }

    private static IEnumerable<XObject> Places(XDocument document) =>
        document.Descendants().Where(element => TellsPlace(element.Name)).Cast<XObject>()
            .Concat(document.Descendants().Attributes().Where(attribute => TellsPlace(attribute.Name)))
            .Where(place => place is XAttribute || place.Parent is not null);

    /// <summary>GPS data, whoever wrote it (EXIF, makers of drones), the places of IPTC's extension, and the second part of a packet that is not kept.</summary>
    private static bool TellsPlace(XName name) =>
        name.LocalName.StartsWith("GPS", StringComparison.OrdinalIgnoreCase)
        || name.LocalName.Contains("latitude", StringComparison.OrdinalIgnoreCase)
        || name.LocalName.Contains("longitude", StringComparison.OrdinalIgnoreCase)
        || name.LocalName is "LocationCreated" or "LocationShown" or "HasExtendedXMP" or "Thumbnails";
}
