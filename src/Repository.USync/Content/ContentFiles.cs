using System.Collections.Immutable;
using Repository.Core.Content;
using Repository.Core.Publishing;
using Repository.Core.Schema;
using Repository.USync.Files;

namespace Repository.USync.Content;

/// <summary>Items on their way into files: every property of their type stands there, and beside the keys the names that help a person who reads the file.</summary>
internal static class ContentFiles
{
    public static (ImmutableArray<WrittenFile> Files, ImmutableArray<SchemaProblem> Refused) Of(ContentSchema schema, IReadOnlyList<StoredItem> items)
    {
        var places = new Dictionary<Guid, Place>();
        var files = ImmutableArray.CreateBuilder<WrittenFile>(items.Count);
        var refused = ImmutableArray.CreateBuilder<SchemaProblem>();
        foreach (var stored in items)
        {
            var file = File(schema, stored, places);
            if (ContentFileWriter.Refusal(file) is { } refusal) refused.Add(refusal);
            else files.Add(new WrittenFile(Folder(file.Kind), FileNames.Safe(file.Name), file.Key, ContentFileWriter.Write(file)));
        }

        return (files.ToImmutable(), refused.ToImmutable());
    }

    public static ImmutableArray<SchemaProblem> LeftOut(ContentSchema schema, IReadOnlyList<StoredItem> items)
    {
        var left = ImmutableArray.CreateBuilder<SchemaProblem>();
        foreach (var (item, content) in items.Select(stored => (stored.Item, stored.Content)))
        {
            var subject = $"{content.Names.Values.FirstOrDefault()} ({item.Key})";
            if (TypeOf(schema, item.Kind, item.Type) is not { } type) left.Add(new SchemaProblem(subject, "ContentType", $"El esquema ya no tiene el tipo «{item.Type}»; sus valores no se exportan."));
            else left.AddRange(content.Values.Keys.Where(alias => type.Property(alias) is null).Select(alias => new SchemaProblem(subject, alias, $"El esquema ya no tiene este campo en el tipo «{item.Type}»; su valor no se exporta.")));
        }

        return left.ToImmutable();
    }

    private static ContentType? TypeOf(ContentSchema schema, ItemKind kind, string alias) => kind == ItemKind.Media ? schema.MediaType(alias) : schema.DocumentType(alias);

    private static string Folder(ItemKind kind) => kind == ItemKind.Media ? ContentKinds.Media.Folder : ContentKinds.Content.Folder;

    private static ContentFile File(ContentSchema schema, StoredItem stored, Dictionary<Guid, Place> places)
    {
        var item = stored.Item;
        var name = stored.Content.Name(schema.DefaultLanguage.Tag) ?? stored.Content.Names.Values.FirstOrDefault() ?? "";
        var parent = item.ParentKey is { } key ? places.GetValueOrDefault(key) : null;
        var place = places[item.Key] = new Place(name, $"{parent?.Path}/{FileNames.PascalAlias(name)}", (parent?.Level ?? 0) + 1);
        var file = new ContentFile
        {
            Key = item.Key,
            Kind = item.Kind,
            Name = name,
            Level = place.Level,
            ParentKey = item.ParentKey,
            ParentName = parent?.Name ?? "",
            Path = place.Path,
            ContentType = item.Type,
            CreateDate = item.CreatedAt.UtcDateTime,
            SortOrder = item.SortOrder,
            Trashed = item.Trashed,
            TrashedFrom = item.TrashedFrom,
            Restricted = item.Restricted,
            Published = stored.Published.Count > 0,
            Schedules = [.. stored.Schedules.Select(schedule => new ContentSchedule(schedule.Culture, schedule.Action, schedule.At.UtcDateTime))],
        };
        foreach (var culture in stored.Content.Cultures.Where(culture => culture.Length > 0))
        {
            file = file.WithName(culture, stored.Content.Name(culture)!, stored.Published.Contains(culture));
        }

        return WithValues(file, schema, stored);
    }

    private static ContentFile WithValues(ContentFile file, ContentSchema schema, StoredItem stored)
    {
        var type = TypeOf(schema, file.Kind, file.ContentType);
        foreach (var property in type?.Properties ?? [])
        {
            if (file.Kind == ItemKind.Media && MediaProperties.Measured.Contains(property.Alias)) continue;
            string[] cultures = type!.VariesByCulture && property.VariesByCulture ? [.. stored.Content.Cultures] : [ItemContent.Invariant];
            foreach (var culture in cultures) file = file.With(property.Alias, stored.Content.Value(property.Alias, culture) ?? "", culture);
        }

        return file;
    }

    private sealed record Place(string Name, string Path, int Level);
}
