using System.Collections.Frozen;
using Repository.Core.Editors;
using Repository.Core.Publishing;
using Repository.Core.Schema;

namespace Repository.Core.Indexing;

/// <summary>The other names an item goes by: in its languages, former ones, short ones, its number.</summary>
public static class ItemNames
{
    private static readonly FrozenSet<string> All = FieldAliases.Names.Concat(FieldAliases.Numbers).ToFrozenSet(StringComparer.Ordinal);

    public static IEnumerable<string> Of(PublishedItem item, PublishedSnapshot snapshot, string culture) => Of(item, snapshot, culture, All);

    /// <summary>Those of them that mean the same as its title wherever they are read: who looks for one looks for the other.</summary>
    public static IEnumerable<string> WordingsOf(PublishedItem item, PublishedSnapshot snapshot, string culture) => Of(item, snapshot, culture, FieldAliases.Wordings);

    internal static IEnumerable<string> In(ContentType type, string alias, DeliveryValue value)
    {
        if (FieldAliases.Numbers.Contains(alias)) return NumbersIn(value).Select(number => $"{type.Name} {number}");
        return FieldAliases.Names.Contains(alias) ? In(value) : [];
    }

    private static IEnumerable<string> Of(PublishedItem item, PublishedSnapshot snapshot, string culture, FrozenSet<string> aliases)
    {
        var context = new EditorContext(snapshot.Schema, snapshot.Editors, culture);
        return from property in item.Type.Properties
               where aliases.Contains(property.Alias)
               let stored = item.Value(property, culture)
               where !string.IsNullOrEmpty(stored)
               from name in In(item.Type, property.Alias, snapshot.Editors.Read(stored, property.DataType, context).Delivery)
               select name;
    }

    private static IEnumerable<string> NumbersIn(DeliveryValue value) => value switch
    {
        NumberValue number => [number.Literal],
        TextValue text => [text.Text],
        _ => [],
    };

    private static IEnumerable<string> In(DeliveryValue value) => value switch
    {
        TextValue text => [text.Text],
        TextListValue list => list.Texts,
        BlockListValue list => list.Blocks.SelectMany(block => block.Content.Properties).Where(property => FieldAliases.NamesInBlocks.Contains(property.Alias)).SelectMany(property => In(property.Value)),
        _ => [],
    };
}
