using Repository.USync.Files;

namespace Repository.USync.Schema;

/// <summary>The folders a schema is made of. Other folders of uSync hold what a headless repository has no use for.</summary>
internal static class SchemaKinds
{
    public static readonly FileKind<LanguageFile> Languages = Kind("Languages", "Language", LanguageFile.Read);
    public static readonly FileKind<DictionaryFile> Dictionary = Kind("Dictionary", "Dictionary", DictionaryFile.Read);
    public static readonly FileKind<DataTypeFile> DataTypes = Kind("DataTypes", "DataType", DataTypeFile.Read);
    public static readonly FileKind<ContentTypeFile> ContentTypes = Kind("ContentTypes", "ContentType", ContentTypeFileReader.Read);
    public static readonly FileKind<ContentTypeFile> MediaTypes = Kind("MediaTypes", "MediaType", ContentTypeFileReader.Read);
    public static readonly FileKind<DomainFile> Domains = Kind("Domains", "Domain", DomainFile.Read);

    private static FileKind<T> Kind<T>(string folder, string rootName, Func<Xml.ElementReading, T> read)
        where T : ISchemaFile => new(folder, rootName, read, file => file.Key, file => file.Identity);
}
