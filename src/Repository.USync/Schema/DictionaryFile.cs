using System.Collections.Immutable;
using Repository.USync.Files;
using Repository.USync.Xml;

namespace Repository.USync.Schema;

/// <summary>A dictionary item: the parent is named by its item key, translations stand by language.</summary>
internal sealed record DictionaryFile(Guid Key, string ItemKey, int Level, string? Parent, ImmutableArray<KeyValuePair<string, string>> Translations) : ISchemaFile
{
    public static DictionaryFile Read(ElementReading root)
    {
        var itemKey = root.Attribute("Alias") ?? "";
        if (itemKey.Length == 0) root.Refuse("Falta el atributo «Alias».");
        return new DictionaryFile(
            root.KeyAttribute(),
            itemKey,
            root.NumberAttribute("Level", 0),
            root.Child("Info")?.Child("Parent")?.Value,
            [.. root.Required("Translations").Children("Translation").Select(Translation)]);
    }

    string ISchemaFile.Identity => Key.ToString();

    string ISchemaFile.FileName => FileNames.Safe(ItemKey);

    public byte[] Write() => USyncXml.Write(xml => xml.Root("Dictionary", Key, ItemKey, Level, () =>
    {
        xml.Group("Info", () =>
        {
            if (Parent is not null) xml.Text("Parent", Parent);
        });
        xml.Group("Translations", () =>
        {
            foreach (var (language, text) in Translations.OrderBy(translation => translation.Key, StringComparer.Ordinal))
            {
                xml.WriteStartElement("Translation");
                xml.Attribute("Language", language);
                xml.WriteString(LegalText.Normal(text));
                xml.WriteFullEndElement();
            }
        });
    }));

    private static KeyValuePair<string, string> Translation(ElementReading part)
    {
        var language = part.Attribute("Language") ?? "";
        if (language.Length == 0) part.Refuse("Falta el atributo «Language».");
        return new KeyValuePair<string, string>(language, part.Value);
    }
}
