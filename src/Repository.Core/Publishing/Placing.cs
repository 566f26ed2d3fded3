using System.Collections.Immutable;
using Repository.Core.Content;
using Repository.Core.Schema;

namespace Repository.Core.Publishing;

/// <summary>Decides where an item stands and in which cultures it is seen, given its parent's place. Pure.</summary>
internal sealed class Placing(ContentSchema schema, bool showRestricted)
{
    /// <summary>Null when the item cannot be seen: restricted, in the bin, below something unseen, or without a publication that counts.</summary>
    public PublishedItem? Place(ItemRecord record, PublishedItem? parent, PublishedItem? before)
    {
        var item = record.Item;
        if (item.Trashed || (item.Restricted && !showRestricted) || TypeOf(item) is not { } type) return null;
        if (item.ParentKey is not null && parent is null) return null;

        var cultures = item.Kind == ItemKind.Media ? MediaCultures(record, parent) : DocumentCultures(record, type, parent);
        if (cultures.IsEmpty) return null;
        var shown = schema.Shown(type);
        return new PublishedItem
        {
            Key = item.Key,
            Kind = item.Kind,
            Type = shown,
            ParentKey = item.ParentKey,
            RootKey = parent?.RootKey ?? item.Key,
            Level = (parent?.Level ?? 0) + 1,
            SortOrder = item.SortOrder,
            CreatedAt = item.CreatedAt,
            Cultures = cultures,
            Content = ContentOf(record, shown, before),
        };
    }

    private ContentType? TypeOf(Item item) => item.Kind == ItemKind.Document ? schema.DocumentType(item.Type) : schema.MediaType(item.Type);

    /// <summary>A move leaves the content what it was, and with it all that readers derived from it.</summary>
    private static PublishedContent ContentOf(ItemRecord record, ContentType shown, PublishedItem? before) =>
        before is not null && ReferenceEquals(before.Content.Source, record) ? before.Content : PublishedContent.Of(record, shown);

    private ImmutableArray<PublishedCulture> DocumentCultures(ItemRecord record, ContentType type, PublishedItem? parent)
    {
        var cultures = ImmutableArray.CreateBuilder<PublishedCulture>(record.Publications.Count);
        foreach (var publication in record.Publications.OrderBy(publication => publication.Culture, StringComparer.Ordinal))
        {
            if (publication.Culture.Length > 0 != type.VariesByCulture) continue;
            if (ParentPath(parent, publication.Culture) is not { } parentPath) continue;
            var revision = RevisionOf(record, publication);
            var path = PathOf(record.Item, publication, parent is null ? null : parentPath);
            cultures.Add(new PublishedCulture(publication.Culture, NameOf(revision, publication.Culture), publication.Segment, path, publication.At));
        }

        return cultures.ToImmutable();
    }

    /// <summary>A draft that was never published has no address yet, nor has what lies below it: both are found by their keys.</summary>
    private static string PathOf(Item item, Publication publication, string? parentPath)
    {
        if (parentPath is null) return "/";
        var hasAddress = publication.Segment.Length > 0 && !PreviewPath.Is(parentPath);
        return hasAddress ? $"{parentPath}{publication.Segment}/" : PreviewPath.Of(item.Key);
    }

    /// <summary>
    /// An item that varies needs its parent in the same culture. One that does not is seen wherever its parent is seen at all, and
    /// its one address uses the parent's default language.
    /// </summary>
    private string? ParentPath(PublishedItem? parent, string culture)
    {
        if (parent is null) return "/";
        if (culture.Length > 0) return parent.In(culture)?.Path;
        return (parent.In(schema.DefaultLanguage.Tag) ?? parent.Cultures[0]).Path;
    }

    /// <summary>A media path is made of names, lower-cased, blanks and accents kept.</summary>
    private static ImmutableArray<PublishedCulture> MediaCultures(ItemRecord record, PublishedItem? parent)
    {
        if (record.Publications is not [var publication, ..]) return [];
        var name = NameOf(RevisionOf(record, publication), ItemContent.Invariant);
        var path = $"{parent?.Cultures[0].Path ?? "/"}{name.ToLowerInvariant()}/";
        return [new PublishedCulture(ItemContent.Invariant, name, "", path, publication.At)];
    }

    private static RevisionJson RevisionOf(ItemRecord record, Publication publication) =>
        record.Revisions.First(revision => revision.Number == publication.Revision);

    private static string NameOf(RevisionJson revision, string culture) => revision.Name(culture) ?? "";
}
