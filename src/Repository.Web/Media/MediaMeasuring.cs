using System.Collections.Immutable;
using System.Globalization;
using Repository.Core.Content;
using Repository.Core.Editors;
using Repository.Core.Publishing;
using Repository.Core.Schema;

namespace Repository.Web.Media;

/// <summary>Gives imported media items what uSync's files never say of their file: its size and extension. A file that lies in none of the folders is a problem.</summary>
internal sealed class MediaMeasuring(ContentSchema schema, IReadOnlyList<string> folders)
{
    private const string FileProperty = "umbracoFile";
    private const string Prefix = "/media/";

    public (ImportBatch Batch, ImmutableArray<SchemaProblem> Missing) Measure(ImportBatch batch)
    {
        var missing = ImmutableArray.CreateBuilder<SchemaProblem>();
        var items = batch.Items.Select(item => item.Kind == ItemKind.Media && !item.Trashed ? Measure(item, missing) : item).ToList();
        return (batch with { Items = items }, missing.ToImmutable());
    }

    private ImportedItem Measure(ImportedItem item, ImmutableArray<SchemaProblem>.Builder missing)
    {
        if (UrlOf(item) is not { } url) return item;
        if (folders.Select(folder => FileAt(folder, url)).FirstOrDefault(file => file is { Exists: true }) is not { } file)
        {
            missing.Add(new SchemaProblem(item.Source, FileProperty, $"El archivo «{url}» no está en la carpeta de datos."));
            return item;
        }

        var bytes = file.Length.ToString(CultureInfo.InvariantCulture);
        return With(With(item, "umbracoBytes", bytes), "umbracoExtension", file.Extension.TrimStart('.').ToLowerInvariant());
    }

    private ImportedItem With(ImportedItem item, string alias, string stored) =>
        schema.MediaType(item.Type)?.Property(alias) is null ? item : item with { Content = item.Content.With(alias, stored) };

    private string? UrlOf(ImportedItem item)
    {
        if (item.Content.Value(FileProperty) is not { } stored || schema.MediaType(item.Type)?.Property(FileProperty) is not { } property) return null;
        return BuiltInEditors.Registry.Read(stored, property.DataType, new EditorContext(schema, BuiltInEditors.Registry, ItemContent.Invariant)).Delivery switch
        {
            ImageValue image => image.Url,
            TextValue text => text.Text,
            _ => null,
        };
    }

    /// <summary>Null for an address that would lead out of the folder.</summary>
    private static FileInfo? FileAt(string folder, string url)
    {
        if (!url.StartsWith(Prefix, StringComparison.Ordinal)) return null;
        var file = new FileInfo(Path.GetFullPath(Path.Combine(folder, url[Prefix.Length..])));
        return file.FullName.StartsWith(Path.GetFullPath(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal) ? file : null;
    }
}
