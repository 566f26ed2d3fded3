using Repository.Core.Editors;

namespace Repository.Core.Indexing;

/// <summary>The other names an item goes by: in its languages, former ones, short ones.</summary>
internal static class ItemNames
{
    public static IEnumerable<string> In(string alias, DeliveryValue value) => FieldAliases.Names.Contains(alias) ? In(value) : [];

    private static IEnumerable<string> In(DeliveryValue value) => value switch
    {
        TextValue text => [text.Text],
        TextListValue list => list.Texts,
        BlockListValue list => list.Blocks.SelectMany(block => block.Content.Properties).Where(property => FieldAliases.NamesInBlocks.Contains(property.Alias)).SelectMany(property => In(property.Value)),
        _ => [],
    };
}
