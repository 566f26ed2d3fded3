using Repository.USync.Files;
using Repository.USync.Xml;

namespace Repository.USync.Schema;

/// <summary>A language as uSync writes it. The key is a hash of the tag and means nothing; languages are matched by tag.</summary>
internal sealed record LanguageFile(Guid Key, string Alias, int Level, string Name, string IsoCode, bool IsMandatory, bool IsDefault, string? Fallback) : ISchemaFile
{
    public static LanguageFile Read(ElementReading root) => new(
        root.KeyAttributeOrZeros(),
        root.Attribute("Alias") ?? "",
        root.NumberAttribute("Level", 0),
        root.RequiredText("Name"),
        root.RequiredText("IsoCode"),
        root.Flag("IsMandatory"),
        root.Flag("IsDefault"),
        root.Child("Fallback")?.Value);

    string ISchemaFile.Identity => IsoCode.ToUpperInvariant();

    string ISchemaFile.FileName => FileNames.Safe(IsoCode);

    public byte[] Write() => USyncXml.Write(xml => xml.Root("Language", Key, Alias, Level, () =>
    {
        xml.Text("Name", Name);
        xml.Text("IsoCode", IsoCode);
        xml.Text("IsMandatory", IsMandatory);
        xml.Text("IsDefault", IsDefault);
        if (Fallback is not null) xml.Text("Fallback", Fallback);
    }));
}
