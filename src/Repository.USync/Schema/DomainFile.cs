using Repository.USync.Content;
using Repository.USync.Files;
using Repository.USync.Xml;

namespace Repository.USync.Schema;

/// <summary>A domain or path prefix that stands for a language.</summary>
internal sealed record DomainFile(Guid Key, string Alias, string? Level, bool IsWildcard, string Language, KeyedAlias Root, int SortOrder) : ISchemaFile
{
    public static DomainFile Read(ElementReading root)
    {
        var info = root.Required("Info");
        var start = info.Required("Root");
        var rootKey = start.KeyAttribute();
        return new DomainFile(
            root.KeyAttribute(),
            root.Attribute("Alias") ?? "",
            root.Attribute("Level"),
            info.Flag("IsWildcard"),
            info.RequiredText("Language"),
            new KeyedAlias(rootKey, start.Value),
            info.Number("SortOrder"));
    }

    string ISchemaFile.Identity => Key.ToString();

    string ISchemaFile.FileName => $"{FileNames.Safe(Alias)}_{FileNames.Safe(Language)}";

    public byte[] Write() => USyncXml.Write(xml =>
    {
        xml.WriteStartElement("Domain");
        xml.Attribute("Key", Key.ToString());
        xml.Attribute("Alias", Alias);
        if (Level is not null) xml.Attribute("Level", Level);
        xml.Group("Info", () =>
        {
            xml.Text("IsWildcard", IsWildcard);
            xml.Text("Language", Language);
            xml.Keyed("Root", Root);
            xml.Text("SortOrder", SortOrder);
        });
        xml.WriteEndElement();
    });
}
