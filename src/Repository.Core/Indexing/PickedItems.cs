using Repository.Core.Editors;

namespace Repository.Core.Indexing;

/// <summary>The items an editor picked for a value, those in its blocks included, in reading order. Links lead somewhere else and are not among them.</summary>
internal static class PickedItems
{
    public static IEnumerable<ItemReference> In(DeliveryValue value) => value switch
    {
        SingleItemValue or ItemListValue or MediaListValue => value.References,
        BlockListValue list => list.Blocks.SelectMany(In),
        BlockGridValue grid => grid.Blocks.SelectMany(In),
        RichTextValue text => text.Blocks.SelectMany(In),
        _ => [],
    };

    private static IEnumerable<ItemReference> In(GridBlock block) => In(block.Block).Concat(block.Areas.SelectMany(area => area.Blocks).SelectMany(In));

    private static IEnumerable<ItemReference> In(Block block) => block.Content.Properties.SelectMany(property => In(property.Value));
}
