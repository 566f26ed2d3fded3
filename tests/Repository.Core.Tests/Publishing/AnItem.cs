using System.Collections.Immutable;
using Repository.Core.Content;
using Repository.Core.Editors;
using Repository.Core.Publishing;
using Repository.Core.Schema;

namespace Repository.Core.Tests.Publishing;

/// <summary>A little schema and item records that read as language.</summary>
internal static class AnItem
{
    public static readonly ContentSchema Schema = new(
        [Type("page", varies: true), Type("place", varies: false)],
        [],
        [new Language("es-MX", "Spanish", IsDefault: true, IsMandatory: true), new Language("en", "English")],
        [new LanguagePrefix("en", "en")],
        []);

    public static readonly EditorRegistry NoEditors = new([]);

    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static Guid Key(int number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]);

    public static ItemRecord Page(int number, int? parent, int order, params (string Culture, string Name)[] names) => Record(number, parent, order, "page", names);

    public static ItemRecord Place(int number, int? parent, int order, string name) => Record(number, parent, order, "place", [("", name)]);

    public static ItemRecord Restricted(this ItemRecord record) => record with { Item = record.Item with { Restricted = true } };

    public static PublishedSnapshot Snapshot(params ItemRecord[] records) => Next(SnapshotBuilder.Empty(Schema, NoEditors), 1, records);

    public static PublishedSnapshot Next(PublishedSnapshot previous, long cursor, params ItemRecord[] records)
    {
        var builder = new SnapshotBuilder(previous);
        foreach (var record in records) builder.Put(record);
        return builder.Build(cursor);
    }

    /// <summary>Everything a reader could tell of a snapshot, as text.</summary>
    public static string Described(PublishedSnapshot snapshot) => string.Join('\n', new[] { "es-MX", "en", "xx" }.SelectMany(culture =>
    {
        var view = snapshot.View(ItemKind.Document, culture);
        return Enumerable.Range(0, view.Count).Select(ordinal =>
        {
            var (item, here) = (view[ordinal], view.CultureOf(ordinal));
            var found = Routing.Match(snapshot, Routing.PathOf(snapshot, here), culture, item.RootKey) is RouteMatch.Found match ? match.Item.Key : Guid.Empty;
            return $"{culture} {item.Key} {item.Level} {here.Name} {here.Path} {item.RootKey} {found == item.Key} {string.Join(',', view.Page(view.Children(item.Key), [], 0, 99).Select(child => child.Key))}";
        });
    }));

    private static ItemRecord Record(int number, int? parent, int order, string type, (string Culture, string Name)[] names)
    {
        var content = names.Aggregate(ItemContent.Empty, (content, name) => content.WithName(name.Name, name.Culture));
        var item = new Item
        {
            Key = Key(number),
            Kind = ItemKind.Document,
            Type = type,
            ParentKey = parent is { } above ? Key(above) : null,
            SortOrder = order,
            CreatedAt = Start.AddMinutes(number),
            CreatedBy = "test",
        };
        var publications = names.Select(name => new Publication(item.Key, name.Culture, 1, name.Name.ToLowerInvariant().Replace(' ', '-'), Start)).ToList();
        return new ItemRecord(item, publications, [new RevisionJson(1, Start, ItemContentJson.Write(content))]);
    }

    private static ContentType Type(string alias, bool varies) => new()
    {
        Key = Guid.NewGuid(),
        Alias = alias,
        Name = alias,
        Kind = ContentTypeKind.Document,
        VariesByCulture = varies,
        Properties = ImmutableArray<PropertyType>.Empty,
    };
}
