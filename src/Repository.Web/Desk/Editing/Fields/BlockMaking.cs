using System.Collections.Immutable;
using Repository.Core.Editors.Blocks;
using Repository.Core.Schema;

namespace Repository.Web.Desk.Editing.Fields;

/// <summary>Makes the forms of the blocks of one property.</summary>
internal sealed class BlockMaking(Field field, BlockDeclarations declarations, BlockDocument document)
{
    private readonly Dictionary<Guid, BlockData> _content = document.Content.DistinctBy(block => block.Key).ToDictionary(block => block.Key);
    private readonly Dictionary<Guid, BlockData> _settings = document.Settings.DistinctBy(block => block.Key).ToDictionary(block => block.Key);
    private readonly HashSet<Guid> _taken = [];

    /// <summary>A block that is not there yet; null for a kind that is not allowed here.</summary>
    /// <param name="into">The name under which its key is sent: that of the property, or that of an area.</param>
    public static BlockControl? New(Field field, Guid type, Guid key, string into)
    {
        var declarations = BlockDeclarations.Of(field.Property.DataType);
        if (declarations.Find(type) is null) return null;
        var making = new BlockMaking(field, declarations, BlockDocument.Empty with { Content = [new BlockData(type, key, [])] });
        var place = new BlockPlace(key, null, declarations.Find(type)!.ColumnSpans is { IsEmpty: false } spans ? spans.Max() : 12, 1, []);
        return making.Make([place], into) is [var made] ? made with { IsNew = true } : null;
    }

    public ImmutableArray<BlockControl> Make(ImmutableArray<BlockPlace> places, string into) =>
        [.. places.Where(place => _taken.Add(place.ContentKey)).Select(place => _content.TryGetValue(place.ContentKey, out var block) ? Make(place, block, into) : null).OfType<BlockControl>()];

    private BlockControl Make(BlockPlace place, BlockData block, string into)
    {
        var name = $"{field.Name}/{block.Key:d}";
        var type = field.Setting.Schema.Type(block.ContentTypeKey) is { Kind: ContentTypeKind.Element } known ? known : null;
        var declared = declarations.Find(block.ContentTypeKey);
        var isGrid = field.Property.DataType.EditorAlias == BlockText.Grid;
        var lookType = declared?.SettingsTypeKey is { } lookKey ? field.Setting.Schema.Type(lookKey) : null;
        var look = place.SettingsKey is { } settings ? _settings.GetValueOrDefault(settings) : null;
        return new BlockControl(into, name, block.Key, block.ContentTypeKey, type, Title(block, type, declared))
        {
            Fields = type is null ? [] : Fields(block, type, name),
            Look = lookType is null ? [] : Fields(look ?? new BlockData(lookType.Key, Guid.Empty, []), lookType, $"{name}/$look"),
            LookKey = lookType is null ? null : look?.Key ?? Guid.NewGuid(),
            ColumnSpan = isGrid ? place.ColumnSpan : 0,
            RowSpan = isGrid ? place.RowSpan : 0,
            ColumnSpans = isGrid && declared is { ColumnSpans: { Length: > 1 } spans } ? [.. spans.Append(place.ColumnSpan).Distinct().Order()] : [],
            MostRows = isGrid ? Math.Max(declared?.MostRows ?? 1, place.RowSpan) : 1,
            Areas = [.. from area in declared?.Areas ?? [] select Area(area, place, name)],
        };
    }

    private AreaControl Area(AreaDeclaration area, BlockPlace place, string name)
    {
        var into = $"{name}/$area/{area.Key:d}";
        return new AreaControl(
            area.Alias,
            Make(place.Areas.FirstOrDefault(known => known.Key == area.Key)?.Items ?? [], into),
            new BlockOffer(into, field.Name, field.Property.DataType.Key, [.. declarations.All.Where(block => block.IsAllowedInAreas).Select(block => OfferedBlock.Of(block, field)).OfType<OfferedBlock>()]));
    }

    private ImmutableArray<Field> Fields(BlockData block, ContentType type, string name) =>
        [.. type.Properties.Select(property => new Field(field.Setting, property, $"{name}/{property.Alias}", Stored(block, property.Alias)))];

    /// <summary>What the settings name, or the first short text in it.</summary>
    private string Title(BlockData block, ContentType? type, BlockDeclaration? declared)
    {
        if (type is null) return "";
        var named = declared is { LabelAlias: { Length: > 0 } alias } ? type.Property(alias) : null;
        foreach (var property in type.Properties.Prepend(named!).Where(property => property is not null))
        {
            if (Stored(block, property.Alias) is { Length: > 0 } stored && StoredWords.Short(field.Setting, property, stored) is { Length: > 0 } words) return words;
        }

        return "";
    }

    private static string Stored(BlockData block, string alias) => BlocksField.IndexOf(block.Values, alias) is >= 0 and var at ? block.Values[at].Stored : "";
}
