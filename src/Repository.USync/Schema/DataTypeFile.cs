using Repository.USync.Files;
using Repository.USync.Xml;

namespace Repository.USync.Schema;

/// <summary>A data type; the configuration is kept as the text it was.</summary>
internal sealed record DataTypeFile(Guid Key, string Alias, int Level, string Name, string EditorAlias, string EditorUiAlias, string? Folder, string? Config) : ISchemaFile
{
    public static DataTypeFile Read(ElementReading root)
    {
        var info = root.Required("Info");
        return new DataTypeFile(
            root.KeyAttribute(),
            root.Attribute("Alias") ?? "",
            root.NumberAttribute("Level", 1),
            info.RequiredText("Name"),
            info.RequiredText("EditorAlias"),
            info.RequiredText("EditorUIAlias"),
            info.Child("Folder")?.Value,
            root.Child("Config")?.Value);
    }

    string ISchemaFile.Identity => Key.ToString();

    string ISchemaFile.FileName => FileNames.PascalAlias(Name);

    public byte[] Write() => USyncXml.Write(xml => xml.Root("DataType", Key, Alias, Level, () =>
    {
        xml.Group("Info", () =>
        {
            xml.Text("Name", Name);
            xml.Text("EditorAlias", EditorAlias);
            xml.Text("EditorUIAlias", EditorUiAlias);
            if (Folder is not null) xml.Text("Folder", Folder);
        });
        if (Config is not null) xml.Group("Config", () => xml.CData(Config));
    }));
}
