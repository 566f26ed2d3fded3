using Repository.Core.Content;
using Repository.Core.Publishing;
using Repository.Core.Publishing.Facets;

namespace Repository.Core.Indexing;

/// <summary>
/// Which items people look for by name. Every document that is seen has a page and can be found; drafts, what is in the bin and what is restricted are no
/// part of a snapshot, and files have no page of their own: their words count for the pages that show them. But vocabularies, and those of
/// their terms that no list can be narrowed by (grades of confidence, marks on data …), serve editors and have everyday words for names: they
/// are found last, and never suggested.
/// </summary>
public static class SoughtItems
{
    public static bool Has(PublishedItem item, PublishedSnapshot snapshot) => item.Kind == ItemKind.Document && item.Type.Alias switch
    {
        FieldAliases.Vocabulary => false,
        FieldAliases.Term => item.ParentKey is { } vocabulary && Narrowing(snapshot, vocabulary),
        _ => true,
    };

    /// <summary>Of several items by one name, what people look for most is the heaviest.</summary>
    public static float Weight(PublishedItem item) => FieldAliases.Sought.GetValueOrDefault(item.Type.Alias, 1);

    private static bool Narrowing(PublishedSnapshot snapshot, Guid vocabulary) =>
        Facet.All.Any(facet => FacetVocabulary.ScopesOf(facet, snapshot.Schema).Any(scope => scope.Start == vocabulary));
}
