using Repository.USync.Xml;

namespace Repository.USync.Schema;

/// <summary><c>usync.config</c>: which program wrote the folder and in which format. A signature of another site cannot be checked and is not kept by our own export.</summary>
internal sealed record ConfigFile(string Version, string Format, string? Hmac)
{
    public static readonly ConfigFile Ours = new("17.0.0.0", "10.7.0", null);

    public static ConfigFile Read(ElementReading root) => new(root.Attribute("version") ?? "", root.Attribute("format") ?? "", root.Attribute("hmac"));

    public byte[] Write() => USyncXml.Write(xml =>
    {
        xml.WriteStartElement("uSync");
        xml.Attribute("version", Version);
        xml.Attribute("format", Format);
        if (Hmac is not null) xml.Attribute("hmac", Hmac);
        xml.WriteEndElement();
    });
}
