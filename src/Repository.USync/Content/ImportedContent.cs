using Repository.Core.Content;
using Repository.Core.Publishing;
using Repository.Core.Schema;
using Repository.USync.Files;

namespace Repository.USync.Content;

/// <summary>What a file says, in the words of an import.</summary>
internal static class ImportedContent
{
    public static ImportedItem Item(string source, ContentFile file, ContentSchema schema)
    {
        var varies = file.Kind == ItemKind.Document && schema.DocumentType(file.ContentType) is { VariesByCulture: true };
        var content = Named(file, varies ? schema.DefaultLanguage.Tag : null);
        foreach (var (alias, byCulture) in file.Values)
        {
            foreach (var (culture, stored) in byCulture) content = content.With(alias, stored, culture);
        }

        return new ImportedItem
        {
            Source = source,
            Key = file.Key,
            Kind = file.Kind,
            Type = file.ContentType,
            ParentKey = file.Trashed ? file.ParentKey ?? file.TrashedFrom : file.ParentKey,
            SortOrder = file.SortOrder,
            CreatedAt = new DateTimeOffset(file.CreateDate, TimeSpan.Zero),
            Trashed = file.Trashed,
            Restricted = file.Restricted,
            Content = content,
            Published = file.Kind == ItemKind.Media ? null : Published(file, content),
            Schedules = file.Kind == ItemKind.Media ? null : [.. file.Schedules.Select(schedule => new Planned(schedule.Culture, schedule.Action, new DateTimeOffset(schedule.Date, TimeSpan.Zero)))],
        };
    }

    /// <summary>Null for a renaming, which leaves nothing to do.</summary>
    public static ImportedDeletion? Deletion(Found<EmptyFile> found) =>
        found.Item.Change == EmptyChange.Rename ? null : new ImportedDeletion(found.File, found.Item.Key, ChildrenOnly: found.Item.Change == EmptyChange.Clean);

    private static ItemContent Named(ContentFile file, string? defaultLanguage)
    {
        if (defaultLanguage is null) return ItemContent.Named(file.Name);
        return file.CultureNames.IsEmpty
            ? ItemContent.Named(file.Name, defaultLanguage)
            : file.CultureNames.Aggregate(ItemContent.Empty, (content, name) => content.WithName(name.Value, name.Key));
    }

    private static IReadOnlyCollection<string> Published(ContentFile file, ItemContent content)
    {
        if (content.Cultures.Contains(ItemContent.Invariant) || file.CulturesPublished.IsEmpty) return file.Published ? [.. content.Cultures] : [];
        return [.. file.CulturesPublished.Where(culture => culture.Value).Select(culture => culture.Key)];
    }
}
