using System.Collections.Immutable;
using System.Text.Json;

namespace Repository.Core.Editors.Blocks;

/// <summary>Reads the stored JSON of block editors: the form of Umbraco 15 and later, and the one before it.</summary>
internal static class BlockDocumentReader
{
    // Members of a block that are not properties in the older form.
    private static readonly string[] Reserved = ["contentTypeKey", "udi", "key"];

    /// <summary>Null when a block has no key or no type, or a place names no block.</summary>
    public static BlockDocument? Read(JsonElement root, string layoutAlias)
    {
        if (root.ValueKind != JsonValueKind.Object) return null;
        var isOld = root.Member("expose") is null && !root.Items("contentData").Any(block => block.Member("values") is not null);
        var content = All(root.Items("contentData"), block => ReadBlock(block, isOld));
        var settings = All(root.Items("settingsData"), block => ReadBlock(block, isOld && block.Member("values") is null));
        var layout = All(((root.Member("Layout") ?? root.Member("layout")) is { } byEditor ? byEditor : default).Items(layoutAlias), ReadPlace);
        var exposures = isOld ? content?.Select(block => new BlockExposure(block.Key, null, null)).ToImmutableArray() : All(root.Items("expose"), ReadExposure);
        return content is { } blocks && settings is { } others && layout is { } places && exposures is { } shown
            ? new BlockDocument(blocks, others, shown, places)
            : null;
    }

    private static ImmutableArray<T>? All<T>(IEnumerable<JsonElement> items, Func<JsonElement, T?> read)
        where T : class
    {
        var all = ImmutableArray.CreateBuilder<T>();
        foreach (var item in items)
        {
            if (read(item) is not { } one) return null;
            all.Add(one);
        }

        return all.ToImmutable();
    }

    private static BlockData? ReadBlock(JsonElement block, bool isOld)
    {
        if (block.Key("contentTypeKey") is not { } type || (block.Key("key") ?? ElementKey(block, "udi")) is not { } key) return null;
        return new BlockData(type, key, isOld ? ReadMembers(block) : ReadValues(block));
    }

    private static ImmutableArray<BlockValue> ReadMembers(JsonElement block) =>
        [.. block.EnumerateObject().Where(member => !Reserved.Contains(member.Name)).Select(member => ReadValue(member.Name, null, null, member.Value))];

    private static ImmutableArray<BlockValue> ReadValues(JsonElement block) =>
        [.. block.Items("values").Where(value => value.Text("alias") is { Length: > 0 }).Select(value =>
            ReadValue(value.Text("alias") ?? "", value.Text("culture"), value.Text("segment"), value.Member("value") ?? default))];

    private static BlockValue ReadValue(string alias, string? culture, string? segment, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => new BlockValue(alias, culture, segment, value.GetString() ?? "", false),
        JsonValueKind.Undefined or JsonValueKind.Null => new BlockValue(alias, culture, segment, "", false),
        JsonValueKind.True => new BlockValue(alias, culture, segment, "1", false),
        JsonValueKind.False => new BlockValue(alias, culture, segment, "0", false),
        JsonValueKind.Number => new BlockValue(alias, culture, segment, value.GetRawText(), false),
        _ => new BlockValue(alias, culture, segment, value.GetRawText(), true),
    };

    private static BlockExposure? ReadExposure(JsonElement exposure) =>
        exposure.Key("contentKey") is { } key ? new BlockExposure(key, exposure.Text("culture"), exposure.Text("segment")) : null;

    private static BlockPlace? ReadPlace(JsonElement place)
    {
        if ((place.Key("contentKey") ?? ElementKey(place, "contentUdi")) is not { } content) return null;
        if (All(place.Items("areas"), ReadArea) is not { } areas) return null;
        var settings = place.Key("settingsKey") ?? ElementKey(place, "settingsUdi");
        return new BlockPlace(content, settings, place.Whole("columnSpan", 12), place.Whole("rowSpan", 1), areas);
    }

    private static BlockArea? ReadArea(JsonElement area) =>
        area.Key("key") is { } key && All(area.Items("items"), ReadPlace) is { } items ? new BlockArea(key, items) : null;

    private static Guid? ElementKey(JsonElement owner, string member) => Udi.TryParse(owner.Text(member), out var udi) ? udi.Key : null;
}
