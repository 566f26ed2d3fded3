using System.Collections.Immutable;
using System.Globalization;
using Repository.Core.Editors;
using Repository.Core.Schema;

namespace Repository.Web.Site.Reading;

/// <summary>The values of an item or a block as a page asks for them. What is not there is null or empty; nothing is ever wrong.</summary>
internal abstract class Values(SiteReader reader, ContentType type, string? lang)
{
    public SiteReader Reader => reader;

    public ContentType Type => type;

    /// <summary>The language of the texts where that is not the page's own.</summary>
    public string? Lang => lang;

    public abstract DeliveryValue this[string alias] { get; }

    public bool Has(string alias) => this[alias] is not NullValue;

    public string? Text(string alias) => this[alias] switch
    {
        TextValue text => text.Text,
        NumberValue number => Number(number).ToString("#,0.##", CultureInfo.CurrentCulture),
        _ => null,
    };

    public ImmutableArray<string> Lines(string alias) => this[alias] switch
    {
        TextListValue texts => texts.Texts,
        TextValue text => [text.Text],
        _ => [],
    };

    public decimal? Number(string alias) => this[alias] is NumberValue number ? Number(number) : null;

    /// <summary>A number that counts nothing, such as a year, without signs between its digits.</summary>
    public string? Ordinal(string alias) => Number(alias)?.ToString("0", CultureInfo.InvariantCulture);

    public bool? Flag(string alias) => this[alias] is BooleanValue flag ? flag.Value : null;

    /// <summary>The items an editor picked, in that order.</summary>
    public IReadOnlyList<SeenItem> Picks(string alias) => this[alias] is SingleItemValue or ItemListValue ? ItemsOf(this[alias]) : [];

    public SeenItem? Picked(string alias) => Picks(alias) is [var first, ..] ? first : null;

    public IReadOnlyList<BlockValues> Blocks(string alias) => this[alias] is BlockListValue list ? BlocksOf(list.Blocks) : [];

    public IReadOnlyList<Medium> Media(string alias) => this[alias] switch
    {
        MediaListValue media => [.. media.Media.Select(picked => reader.Medium(picked.MediaKey)).OfType<Medium>()],
        ItemListValue items => [.. items.Items.Where(item => item.Kind == ReferenceKind.Media).Select(item => reader.Medium(item.Key)).OfType<Medium>()],
        _ => [],
    };

    public IReadOnlyList<SeenLink> Links(string alias) => this[alias] is LinkListValue list ? [.. list.Links.Select(reader.Link).OfType<SeenLink>()] : [];

    public RichText Rich(string alias) => this[alias] is RichTextValue text ? RichText.Of(text, this) : RichText.Empty;

    /// <summary>A date as people say it.</summary>
    public string? Date(string alias) => Text(alias) is { } text ? DateWords.Of(text, reader.Texts) : null;

    public DueDate? Due(string alias) => this[alias] is JsonValue json ? DueDate.Read(json.Json) : null;

    public IReadOnlyList<BlockValues> BlocksOf(IEnumerable<Block> blocks) =>
        [.. blocks.Select(block => reader.Snapshot.Schema.DocumentType(block.Content.ContentType) is { } blockType ? new BlockValues(reader, blockType, block, lang) : null).OfType<BlockValues>()];

    private List<SeenItem> ItemsOf(DeliveryValue value) => [.. value.References.Where(item => item.Kind == ReferenceKind.Document).Select(item => reader.Find(item.Key)).OfType<SeenItem>()];

    private static decimal Number(NumberValue number) => decimal.Parse(number.Literal, NumberStyles.Float, CultureInfo.InvariantCulture);
}

/// <summary>The values of an item, each read when it is first asked for.</summary>
internal sealed class ItemValues(SiteReader reader, SeenItem item) : Values(reader, item.Item.Type, item.Lang)
{
    private readonly IReadOnlyDictionary<string, (string? Invariant, string? Own)> _stored = item.Item.Content.Texts(item.Here.Culture);
    private readonly Dictionary<string, DeliveryValue> _read = [];

    public SeenItem Seen => item;

    public override DeliveryValue this[string alias]
    {
        get
        {
            if (_read.TryGetValue(alias, out var known)) return known;
            return _read[alias] = Read(alias);
        }
    }

    private DeliveryValue Read(string alias)
    {
        if (Type.Property(alias) is not { } property || !_stored.TryGetValue(alias, out var texts)) return DeliveryValue.Null;
        var text = property.VariesByCulture && item.Item.Varies ? texts.Own : texts.Invariant;
        if (string.IsNullOrEmpty(text)) return DeliveryValue.Null;
        var snapshot = Reader.Snapshot;
        return snapshot.Editors.Read(text, property.DataType, new EditorContext(snapshot.Schema, snapshot.Editors, item.Here.Culture)).Delivery;
    }
}

/// <summary>The values of a block.</summary>
internal sealed class BlockValues(SiteReader reader, ContentType type, Block block, string? lang) : Values(reader, type, lang)
{
    public string Alias => Type.Alias;

    public override DeliveryValue this[string alias]
    {
        get
        {
            foreach (var property in block.Content.Properties)
            {
                if (property.Alias == alias) return property.Value;
            }

            return DeliveryValue.Null;
        }
    }
}
