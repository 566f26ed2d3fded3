using System.Collections.Immutable;
using Repository.Core.Content;
using Repository.Core.Editors;
using Repository.Core.Publishing;
using Repository.Core.Schema;

namespace Repository.Core.Indexing;

/// <summary>
/// What the index is told of a published item in one culture. Facets are not among it: lists and counts take them from the view
/// (<see cref="Publishing.Facets.Narrowing"/>), which knows them for every item already. Pure.
/// </summary>
public static class ItemFields
{
    /// <summary>Empty for an item that is not searched: a file, or one that is not seen in the culture.</summary>
    /// <param name="texts">The words of files; without it an item is not found by those.</param>
    public static ImmutableArray<IndexField> Of(PublishedItem item, PublishedSnapshot snapshot, string culture, IFileTexts? texts = null)
    {
        if (item.Kind != ItemKind.Document || item.In(culture) is not { } here) return [];
        var shown = new ShownItems(item, snapshot, culture);
        var fields = ImmutableArray.CreateBuilder<IndexField>();
        fields.Add(new IndexField(IndexFields.Name, Title(here.Name, SoughtItems.Has(item, snapshot)), culture));
        foreach (var (property, reading) in Readings(item, snapshot, culture))
        {
            var value = ValueOf(item.Type, property, reading, shown, here.Name);
            if (!value.IsEmpty) fields.Add(new IndexField(property.Alias, value, culture));
        }

        if (texts is not null) fields.AddRange(ItemFiles.Fields(shown.Files, texts, culture));
        fields.Add(new IndexField(IndexFields.Shows, new IndexValue { Keywords = [.. shown.Keys.Select(key => key.ToString("n"))] }, culture));
        return fields.ToImmutable();
    }

    /// <summary>The values of an item that are searched.</summary>
    internal static IEnumerable<(PropertyType Property, PropertyReading Reading)> Readings(PublishedItem item, PublishedSnapshot snapshot, string culture)
    {
        var own = item.Varies ? culture : ItemContent.Invariant;
        var content = item.Content.Read();
        var context = new EditorContext(snapshot.Schema, snapshot.Editors, culture);
        foreach (var property in item.Type.Properties.Where(property => !FieldAliases.Unsearched.Contains(property.Alias)))
        {
            yield return (property, snapshot.Editors.Read(content.Value(property.Alias, property.VariesByCulture ? own : ItemContent.Invariant), property.DataType, context));
        }
    }

    private static IndexValue Title(string name, bool isSought) =>
        isSought ? new IndexValue { TextsR1 = [name], Names = [name] } : new IndexValue { Texts = [name], Names = [name] };

    private static IndexValue ValueOf(ContentType type, PropertyType property, PropertyReading reading, ShownItems shown, string title)
    {
        var texts = reading.SearchTexts.Select(text => text with { Tier = TierOf(property.Alias, text, reading.Delivery) }).ToLookup(text => text.Tier, text => text.Text);
        // Many an official name is the title once more.
        string[] names = [.. ItemNames.In(type, property.Alias, reading.Delivery).Where(name => name != title)];
        return new IndexValue
        {
            TextsR1 = [.. texts[SearchTier.Title], .. FieldAliases.Numbers.Contains(property.Alias) ? names : []],
            TextsR2 = [.. texts[SearchTier.Summary]],
            TextsR3 = [.. texts[SearchTier.Body]],
            Texts = [.. texts[SearchTier.Other], .. shown.TextsOf(reading.Delivery)],
            Names = [.. names],
        };
    }

    /// <summary>Blocks are parts of a body, whatever editors their properties have; but a list of names is none.</summary>
    private static SearchTier TierOf(string alias, SearchText text, DeliveryValue value)
    {
        if (FieldAliases.Tiers.TryGetValue(alias, out var tier)) return tier;
        if (FieldAliases.Names.Contains(alias)) return SearchTier.Other;
        return value is BlockListValue or BlockGridValue && text.Tier == SearchTier.Other ? SearchTier.Body : text.Tier;
    }
}
