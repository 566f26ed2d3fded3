using System.Collections.Immutable;
using Repository.Core.Editors;
using Repository.Core.Publishing;

namespace Repository.Web.Media.Kits;

/// <summary>Reads the values of a published item in the culture its kit is in: the site's own where the item is published there, otherwise its first.</summary>
internal sealed class MaterialReading(PublishedItem item, PublishedSnapshot snapshot)
{
    private readonly EditorContext _context = new(snapshot.Schema, snapshot.Editors, CultureOf(item, snapshot).Culture);

    public PublishedItem Item => item;

    public PublishedSnapshot Snapshot => snapshot;

    public PublishedCulture Here { get; } = CultureOf(item, snapshot);

    public DeliveryValue Value(string alias) => item.Type.Property(alias) is { } property
        ? snapshot.Editors.Read(item.Value(property, Here.Culture), property.DataType, _context).Delivery
        : DeliveryValue.Null;

    public string Text(string alias) => Value(alias) switch
    {
        TextValue text => text.Text.Trim(),
        NumberValue number => number.Literal,
        _ => "",
    };

    public ImmutableArray<string> Texts(string alias) => Value(alias) is TextListValue list ? list.Texts : [];

    public ImmutableArray<Block> Blocks(string alias) => Value(alias) is BlockListValue list ? list.Blocks : [];

    public ImmutableArray<PickedMedia> Media(string alias) => Value(alias) is MediaListValue list ? list.Media : [];

    /// <summary>The published items that a property picks.</summary>
    public IEnumerable<PublishedItem> Picked(string alias) => Value(alias).References.Select(reference => snapshot.Find(reference.Key)).OfType<PublishedItem>();

    private static PublishedCulture CultureOf(PublishedItem item, PublishedSnapshot snapshot) =>
        item.In(snapshot.Schema.DefaultLanguage.Tag) ?? item.Cultures[0];
}
