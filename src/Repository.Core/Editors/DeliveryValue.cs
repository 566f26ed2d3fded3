using System.Collections.Immutable;

namespace Repository.Core.Editors;

public enum ReferenceKind
{
    Document,
    Media,
}

/// <summary>A pointer from a property to an item of the repository.</summary>
public readonly record struct ItemReference(ReferenceKind Kind, Guid Key);

/// <summary>
/// A property's value as readers get it, free of any wire format. References stay references: whoever writes the value out looks
/// them up in the snapshot at hand, so that a value never goes stale when the item it points to changes.
/// </summary>
public abstract record DeliveryValue
{
    public static readonly DeliveryValue Null = new NullValue();

    /// <summary>Every item this value points to, those inside links, rich text and blocks included, in reading order.</summary>
    public virtual IEnumerable<ItemReference> References => [];
}

public sealed record NullValue : DeliveryValue;

public sealed record TextValue(string Text) : DeliveryValue;

/// <summary>A number as the JSON literal that is printed: no exponent, as many decimals as stored.</summary>
public sealed record NumberValue(string Literal) : DeliveryValue;

public sealed record BooleanValue(bool Value) : DeliveryValue;

public sealed record TextListValue(ImmutableArray<string> Texts) : DeliveryValue;

/// <summary>A small JSON object whose members are the wire format itself (coordinates, due dates, slider ranges, colours).</summary>
public sealed record JsonValue(string Json) : DeliveryValue;

/// <summary>The one item of a content picker; delivered as null when it is not published.</summary>
public sealed record SingleItemValue(ItemReference Item) : DeliveryValue
{
    public override IEnumerable<ItemReference> References => [Item];
}

/// <summary>The items of a multinode tree picker, documents or media.</summary>
public sealed record ItemListValue(ImmutableArray<ItemReference> Items) : DeliveryValue
{
    public override IEnumerable<ItemReference> References => Items;
}

public sealed record FocalPoint(decimal Left, decimal Top);

/// <summary>The part of an image to keep; the right and bottom values are distances from those edges.</summary>
public sealed record CropCoordinates(decimal X1, decimal Y1, decimal X2, decimal Y2);

public sealed record ImageCrop(string Alias, int Width, int Height, CropCoordinates? Coordinates);

/// <summary>A media item with the crops and the focal point chosen where it is picked, which win over its own.</summary>
public sealed record PickedMedia(Guid MediaKey, FocalPoint? FocalPoint, ImmutableArray<ImageCrop> Crops);

public sealed record MediaListValue(ImmutableArray<PickedMedia> Media) : DeliveryValue
{
    public override IEnumerable<ItemReference> References => Media.Select(media => new ItemReference(ReferenceKind.Media, media.MediaKey));
}

/// <summary>A file with its crops, as an image cropper or the <c>umbracoFile</c> property keeps it.</summary>
public sealed record ImageValue(string Url, FocalPoint? FocalPoint, ImmutableArray<ImageCrop> Crops) : DeliveryValue;

/// <summary>A link as an editor made it: to an item (<see cref="Item"/>) or to an address (<see cref="Url"/>).</summary>
public sealed record Link(string? Title, string? Target, ItemReference? Item, string? Url, string? QueryString, string? Culture);

public sealed record LinkListValue(ImmutableArray<Link> Links) : DeliveryValue
{
    public override IEnumerable<ItemReference> References => Links.Where(link => link.Item is not null).Select(link => link.Item!.Value);
}

/// <summary>A form chosen by its key.</summary>
public sealed record FormValue(Guid FormKey) : DeliveryValue;

/// <summary>A block: a content element without a place in the tree. Properties stand in schema order, empty ones as <see cref="NullValue"/>.</summary>
public sealed record Element(Guid Key, string ContentType, ImmutableArray<ElementProperty> Properties)
{
    public IEnumerable<ItemReference> References => Properties.SelectMany(property => property.Value.References);
}

public readonly record struct ElementProperty(string Alias, DeliveryValue Value);

public sealed record Block(Element Content, Element? Settings)
{
    public IEnumerable<ItemReference> References => Settings is null ? Content.References : Content.References.Concat(Settings.References);
}

public sealed record BlockListValue(ImmutableArray<Block> Blocks) : DeliveryValue
{
    public override IEnumerable<ItemReference> References => Blocks.SelectMany(block => block.References);
}

public sealed record GridArea(string Alias, int RowSpan, int ColumnSpan, ImmutableArray<GridBlock> Blocks);

public sealed record GridBlock(Block Block, int RowSpan, int ColumnSpan, int AreaGridColumns, ImmutableArray<GridArea> Areas)
{
    public IEnumerable<ItemReference> References => Block.References.Concat(Areas.SelectMany(area => area.Blocks).SelectMany(block => block.References));
}

public sealed record BlockGridValue(int GridColumns, ImmutableArray<GridBlock> Blocks) : DeliveryValue
{
    public override IEnumerable<ItemReference> References => Blocks.SelectMany(block => block.References);
}

/// <summary>Sanitised rich text. The tree is what the markup says; links and images that point to items keep their reference.</summary>
public sealed record RichTextValue(ImmutableArray<RichTextNode> Nodes, ImmutableArray<Block> Blocks) : DeliveryValue
{
    public override IEnumerable<ItemReference> References => Nodes.SelectMany(node => node.References).Concat(Blocks.SelectMany(block => block.References));
}

public abstract record RichTextNode
{
    public virtual IEnumerable<ItemReference> References => [];
}

/// <summary>Text with its entities as they stand in the source (<c>&amp;amp;</c> stays so).</summary>
public sealed record RichTextText(string RawText) : RichTextNode;

/// <summary>An element. For a local link or an image of the repository <see cref="Item"/> is set and href or src is absent from the attributes; <see cref="Suffix"/> is the query string or anchor that was typed behind it.</summary>
public sealed record RichTextElement(string Tag, ImmutableArray<KeyValuePair<string, string>> Attributes, ImmutableArray<RichTextNode> Children) : RichTextNode
{
    public ItemReference? Item { get; init; }

    public string Suffix { get; init; } = "";

    public override IEnumerable<ItemReference> References =>
        Item is { } item ? Children.SelectMany(child => child.References).Prepend(item) : Children.SelectMany(child => child.References);
}
