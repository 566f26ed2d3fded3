using System.Collections.Immutable;
using Repository.Core.Content;
using Repository.Core.Editors;

namespace Repository.Core.Publishing.Facets;

/// <summary>The stable keys an item is known by in addresses: a term's <c>key</c>, a municipality's <c>officialKey</c>, a plan's <c>sourceId</c>.</summary>
internal sealed class VocabularyKey
{
    private static readonly string[] OwnKeys = ["key", "officialKey", "sourceId"];
    private const string NearestCore = "nearestCore";

    private VocabularyKey(PublishedItem item, PublishedSnapshot snapshot)
    {
        Own =
        [
            .. OwnKeys
                .Where(alias => item.Type.Property(alias) is not null)
                .Select(alias => item.Content.Value(alias, ItemContent.Invariant))
                .OfType<string>(),
        ];
        if (item.Type.Property(NearestCore) is not { } property) return;
        var context = new EditorContext(snapshot.Schema, snapshot.Editors, ItemContent.Invariant);
        Nearest = [.. snapshot.Editors.Read(item.Value(property, ItemContent.Invariant), property.DataType, context).Delivery.References];
    }

    private ImmutableArray<string> Own { get; }

    private ImmutableArray<ItemReference> Nearest { get; } = [];

    /// <summary>The item's own keys; the first is the one it is best known by.</summary>
    public static ImmutableArray<string> Of(PublishedItem item, PublishedSnapshot snapshot) => Read(item, snapshot).Own;

    /// <summary>For a principle outside the core: the core principle it counts for.</summary>
    public static IEnumerable<PublishedItem> NearestOf(PublishedItem item, PublishedSnapshot snapshot, string culture)
    {
        foreach (var nearest in Read(item, snapshot).Nearest)
        {
            if (snapshot.Find(ItemKind.Document, nearest.Key, culture) is { } core && core.Key != item.Key) yield return core;
        }
    }

    private static VocabularyKey Read(PublishedItem item, PublishedSnapshot snapshot) =>
        item.Content.Kept.Get("", (item, snapshot), static state => new VocabularyKey(state.item, state.snapshot));
}
