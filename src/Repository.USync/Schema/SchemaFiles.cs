using System.Collections.Immutable;
using Repository.USync.Files;

namespace Repository.USync.Schema;

/// <summary>All schema files of a folder, in the order uSync's importer takes them.</summary>
internal sealed record SchemaFiles(
    ImmutableArray<Found<LanguageFile>> Languages,
    ImmutableArray<Found<DictionaryFile>> Dictionary,
    ImmutableArray<Found<DataTypeFile>> DataTypes,
    ImmutableArray<Found<ContentTypeFile>> ContentTypes,
    ImmutableArray<Found<ContentTypeFile>> MediaTypes,
    ImmutableArray<Found<DomainFile>> Domains)
{
    public static SchemaFiles Read(LayeredFolder folder) => new(
        folder.Read(SchemaKinds.Languages).Items,
        folder.Read(SchemaKinds.Dictionary).Items,
        folder.Read(SchemaKinds.DataTypes).Items,
        folder.Read(SchemaKinds.ContentTypes).Items,
        folder.Read(SchemaKinds.MediaTypes).Items,
        folder.Read(SchemaKinds.Domains).Items);

    public static readonly ImmutableArray<string> Folders =
    [
        SchemaKinds.Languages.Folder, SchemaKinds.Dictionary.Folder, SchemaKinds.DataTypes.Folder,
        SchemaKinds.ContentTypes.Folder, SchemaKinds.MediaTypes.Folder, SchemaKinds.Domains.Folder,
    ];

    /// <summary>Each file with the folder it belongs into.</summary>
    public IEnumerable<(string Folder, ISchemaFile File)> All =>
    [
        .. In(SchemaKinds.Languages.Folder, Languages),
        .. In(SchemaKinds.Dictionary.Folder, Dictionary),
        .. In(SchemaKinds.DataTypes.Folder, DataTypes),
        .. In(SchemaKinds.ContentTypes.Folder, ContentTypes),
        .. In(SchemaKinds.MediaTypes.Folder, MediaTypes),
        .. In(SchemaKinds.Domains.Folder, Domains),
    ];

    private static IEnumerable<(string, ISchemaFile)> In<T>(string folder, IEnumerable<Found<T>> files)
        where T : ISchemaFile => files.Select(found => (folder, (ISchemaFile)found.Item));
}
