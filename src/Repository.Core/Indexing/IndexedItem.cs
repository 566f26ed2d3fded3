using System.Collections.Frozen;
using Repository.Core.Content;
using Repository.Core.Editors;
using Repository.Core.Publishing;
using Repository.Core.Publishing.Facets;
using Repository.Core.Schema;

namespace Repository.Core.Indexing;

/// <summary>
/// What an item is found by in one culture: the texts of its properties, as their editors tell them apart, and the names of what it names as its region, theme,
/// municipality and so on. Every document is searchable, vocabulary terms and sections too: each has a page of its own.
/// </summary>
public static class IndexedItem
{
    /// <summary>Properties that say in a few sentences what the item is.</summary>
    private static readonly FrozenSet<string> Summaries = FrozenSet.Create("summary", "description", "plainDefinition");

    /// <summary>Properties that hold other names of the item.</summary>
    private static readonly FrozenSet<string> Names = FrozenSet.Create("namedForms", "autonyms", "acronyms", "variants", "synonyms", "equivalents", "officialName");

    public static IEnumerable<IndexField> FieldsOf(PublishedItem item, PublishedSnapshot snapshot, string culture)
    {
        var seen = item.In(culture);
        if (seen is null) yield break;
        yield return new IndexField(IndexFields.Culture, seen.Culture);
        yield return new IndexField(IndexFields.Title, seen.Name);
        foreach (var field in NameFields(seen.Name)) yield return field;

        var context = new EditorContext(snapshot.Schema, snapshot.Editors, culture);
        foreach (var property in item.Type.Properties)
        {
            if (item.Value(property, culture) is not { Length: > 0 } stored) continue;
            foreach (var text in snapshot.Editors.Read(stored, property.DataType, context).SearchTexts)
            {
                yield return new IndexField(FieldOf(property, text.Tier), text.Text);
                if (!Names.Contains(property.Alias)) continue;
                foreach (var field in NameFields(text.Text)) yield return field;
            }
        }

        foreach (var name in NamesOfPicked(item, snapshot, culture)) yield return new IndexField(IndexFields.Other, name);
    }

    /// <summary>The items whose names are among the texts of another.</summary>
    public static IEnumerable<Guid> Shown(PublishedItem item, PublishedSnapshot snapshot, string culture) =>
        Facet.All.SelectMany(facet => facet.Properties).Distinct().SelectMany(alias => FacetValues.Of(item, snapshot, culture).Picked(alias)).Distinct();

    private static IEnumerable<string> NamesOfPicked(PublishedItem item, PublishedSnapshot snapshot, string culture) =>
        Shown(item, snapshot, culture).Select(key => snapshot.Find(ItemKind.Document, key, culture)?.In(culture)?.Name).OfType<string>();

    private static IEnumerable<IndexField> NameFields(string name) => [new(IndexFields.Name, name), new(IndexFields.WholeName, name)];

    private static string FieldOf(PropertyType property, SearchTier tier) => tier switch
    {
        _ when Summaries.Contains(property.Alias) => IndexFields.Summary,
        SearchTier.Title => IndexFields.Title,
        SearchTier.Summary => IndexFields.Summary,
        SearchTier.Body => IndexFields.Body,
        _ => IndexFields.Other,
    };
}
