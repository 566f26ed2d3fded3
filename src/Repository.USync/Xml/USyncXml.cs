using System.Globalization;
using System.Text;
using System.Xml;
using Repository.USync.Content;

namespace Repository.USync.Xml;

/// <summary>Writes XML the way uSync 17 does: UTF-8 with a mark, two blanks of indent, line feeds, no final line end.</summary>
internal static class USyncXml
{
    public const string DateFormat = "yyyy-MM-ddTHH:mm:ss";

    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: true),
        Indent = true,
        IndentChars = "  ",
        NewLineChars = "\n",
    };

    public static byte[] Write(Action<XmlWriter> content)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, Settings)) content(xml);
        return bytes.ToArray();
    }

    extension(XmlWriter xml)
    {
        /// <summary>An element with text; without any it is still written with two tags, as uSync does.</summary>
        public void Text(string name, string text)
        {
            xml.WriteStartElement(name);
            xml.WriteString(LegalText.Normal(text));
            xml.WriteFullEndElement();
        }

        public void Text(string name, bool value) => xml.Text(name, value ? "true" : "false");

        /// <summary>uSync writes a few switches with a capital letter.</summary>
        public void CapitalText(string name, bool value) => xml.Text(name, value ? "True" : "False");

        public void Text(string name, int value) => xml.Text(name, value.ToString(CultureInfo.InvariantCulture));

        public void Text(string name, Guid value) => xml.Text(name, value.ToString());

        public void Text(string name, DateTime value) => xml.Text(name, value.ToString(DateFormat, CultureInfo.InvariantCulture));

        /// <summary>An element around others; without any it closes itself.</summary>
        public void Group(string name, Action content)
        {
            xml.WriteStartElement(name);
            content();
            xml.WriteEndElement();
        }

        /// <summary>A file's outermost element with what all kinds have in common.</summary>
        public void Root(string name, Guid key, string alias, int level, Action content)
        {
            xml.WriteStartElement(name);
            xml.Attribute("Key", key.ToString());
            xml.Attribute("Alias", alias);
            xml.Attribute("Level", level.ToString(CultureInfo.InvariantCulture));
            content();
            xml.WriteEndElement();
        }

        public void Keyed(string name, KeyedAlias entry)
        {
            xml.WriteStartElement(name);
            xml.Attribute("Key", entry.Key.ToString());
            xml.WriteString(LegalText.Normal(entry.Alias));
            xml.WriteFullEndElement();
        }

        public void Attribute(string name, string value) => xml.WriteAttributeString(name, LegalText.Normal(value));

        public void CData(string text) => xml.WriteCData(LegalText.Normal(text));
    }
}
