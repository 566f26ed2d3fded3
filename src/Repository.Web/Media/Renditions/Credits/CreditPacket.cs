using System.Text;
using System.Xml;

namespace Repository.Web.Media.Renditions.Credits;

/// <summary>Credit and licence as an XMP packet, in the words that image programs and search engines look for.</summary>
internal static class CreditPacket
{
    private const string Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private const string DublinCore = "http://purl.org/dc/elements/1.1/";
    private const string Rights = "http://ns.adobe.com/xap/1.0/rights/";
    private const string Photoshop = "http://ns.adobe.com/photoshop/1.0/";
    private const string CreativeCommons = "http://creativecommons.org/ns#";

    /// <summary>A JPEG segment holds 64 KB; no credit needs that much.</summary>
    private const int LongestText = 1000;

    public static byte[] Of(MediaRights rights)
    {
        var text = new StringBuilder("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>");
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true, ConformanceLevel = ConformanceLevel.Fragment }))
        {
            xml.WriteStartElement("x", "xmpmeta", "adobe:ns:meta/");
            xml.WriteStartElement("rdf", "RDF", Rdf);
            xml.WriteStartElement("Description", Rdf);
            xml.WriteAttributeString("about", Rdf, "");
            Write(xml, rights);
            xml.WriteEndElement();
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        return Encoding.UTF8.GetBytes(text.Append("<?xpacket end=\"r\"?>").ToString());
    }

    private static void Write(XmlWriter xml, MediaRights rights)
    {
        var (credit, licence) = (Clean(rights.Credit), Clean(rights.Licence));
        WriteInAnyLanguage(xml, "dc", "rights", DublinCore, string.Join(". ", new[] { credit, licence }.Where(part => part.Length > 0)));
        if (credit.Length > 0) xml.WriteElementString("photoshop", "Credit", Photoshop, credit);
        if (credit.Length > 0) xml.WriteElementString("cc", "attributionName", CreativeCommons, credit);
        WriteInAnyLanguage(xml, "xmpRights", "UsageTerms", Rights, licence);
        if (rights.LicenceAddress is not { } address) return;
        xml.WriteElementString("xmpRights", "WebStatement", Rights, Clean(address));
        xml.WriteStartElement("cc", "license", CreativeCommons);
        xml.WriteAttributeString("resource", Rdf, Clean(address));
        xml.WriteEndElement();
    }

    private static void WriteInAnyLanguage(XmlWriter xml, string prefix, string name, string space, string text)
    {
        xml.WriteStartElement(prefix, name, space);
        xml.WriteStartElement("Alt", Rdf);
        xml.WriteStartElement("li", Rdf);
        xml.WriteAttributeString("xml", "lang", null, "x-default");
        xml.WriteString(text);
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>Without what XML cannot hold: control characters and halves of a pair.</summary>
    private static string Clean(string text)
    {
        var clean = new StringBuilder(Math.Min(text.Length, LongestText));
        foreach (var rune in text.EnumerateRunes().Take(LongestText))
        {
            if (rune.Value >= 0x10000 || XmlConvert.IsXmlChar((char)rune.Value)) clean.Append(rune.ToString());
        }

        return clean.ToString();
    }
}
