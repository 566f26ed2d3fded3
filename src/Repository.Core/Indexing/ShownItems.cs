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

    /// <summary>The items whose change would change what this one tells.</summary>
    public IEnumerable<Guid> Keys => _shown.Order();

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

    private IEnumerable<string> WordsOf(PublishedItem file) =>
        FieldAliases.TextsOfMedia.Select(file.Type.Property).OfType<PropertyType>().Select(property => file.Value(property, culture)).OfType<string>();

    private IEnumerable<string> RegionsOf(PublishedItem picked) => picked.Type.Alias != FieldAliases.Municipality ? [] :
        from alias in Facet.Region.Properties
        from key in FacetValues.Of(picked, snapshot, culture).Picked(alias)
        from text in Texts(new ItemReference(ReferenceKind.Document, key))
        select text;
}
