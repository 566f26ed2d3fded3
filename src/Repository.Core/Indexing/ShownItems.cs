using Repository.Core.Content;
using Repository.Core.Editors;
using Repository.Core.Publishing;
using Repository.Core.Publishing.Facets;
using Repository.Core.Schema;

namespace Repository.Core.Indexing;

/// <summary>
/// What one item tells of others: the names of terms, municipalities (with their region) and actors, the words of files. Each of them is told once,
/// where it is picked first. Remembers whom it looked at, those that could not be seen included, since they may be published later.
/// </summary>
internal sealed class ShownItems(PublishedItem item, PublishedSnapshot snapshot, string culture)
{
    private readonly HashSet<Guid> _lookedAt = [item.Key];
    private readonly HashSet<Guid> _shown = [];
    private readonly List<ShownFile> _files = [];

    /// <summary>The items whose change would change what this one tells.</summary>
    public IEnumerable<Guid> Keys => _shown.Order();

    /// <summary>The files of the media it has told of so far.</summary>
    public IReadOnlyList<ShownFile> Files => _files;

    public IEnumerable<string> TextsOf(DeliveryValue value) => [.. PickedItems.In(value).SelectMany(Texts)];

    private IEnumerable<string> Texts(ItemReference reference)
    {
        if (!_lookedAt.Add(reference.Key)) return [];
        if (snapshot.Find(reference.Kind == ReferenceKind.Media ? ItemKind.Media : ItemKind.Document, reference.Key, culture) is not { } picked)
        {
            _shown.Add(reference.Key);
            return [];
        }

        if (picked.Kind == ItemKind.Document && !FieldAliases.Shown.Contains(picked.Type.Alias)) return [];
        _shown.Add(picked.Key);
        return picked.Kind == ItemKind.Media ? WordsOf(picked) : RegionsOf(picked).Prepend(picked.In(culture)!.Name);
    }

    private IEnumerable<string> WordsOf(PublishedItem file)
    {
        if (ItemFiles.FileOf(file) is { } shown && !_files.Contains(shown)) _files.Add(shown);
        var own = FieldAliases.TextsOfMedia.Select(file.Type.Property).OfType<PropertyType>().Select(property => file.Value(property, culture)).OfType<string>();
        return [.. own, .. FieldAliases.FilesOfMedia.Select(file.Type.Property).OfType<PropertyType>().SelectMany(property => WordsOf(file, property))];
    }

    private IEnumerable<string> WordsOf(PublishedItem file, PropertyType property)
    {
        var context = new EditorContext(snapshot.Schema, snapshot.Editors, culture);
        return TextsOf(snapshot.Editors.Read(file.Value(property, culture), property.DataType, context).Delivery);
    }

    private IEnumerable<string> RegionsOf(PublishedItem picked) => picked.Type.Alias != FieldAliases.Municipality ? [] :
        from alias in Facet.Region.Properties
        from key in FacetValues.Of(picked, snapshot, culture).Picked(alias)
        from text in Texts(new ItemReference(ReferenceKind.Document, key))
        select text;
}
