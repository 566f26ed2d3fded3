using System.Text.Json;
using System.Text.Json.Nodes;
using Repository.Core.Editors;
using Repository.Core.Editors.Blocks;
using Repository.Core.Schema;

namespace Repository.Web.Desk.Editing;

/// <summary>Two stored values as one, where that makes sense: texts behind each other, lists with everything that stands in either.</summary>
internal static class JoinedText
{
    /// <summary>Null for kinds of values of which there can be only one.</summary>
    public static string? Of(DataType? dataType, string first, string second) => dataType?.EditorAlias switch
    {
        "Umbraco.TextArea" => $"{first}\n\n{second}",
        "Umbraco.MultipleTextstring" => string.Join('\n', first.Split('\n').Union(second.Split('\n'))),
        "Umbraco.MultiNodeTreePicker" when dataType.Config.Whole("maxNumber", 0) != 1 => string.Join(',', first.Split(',').Union(second.Split(','))),
        "Umbraco.Tags" or "Umbraco.CheckBoxList" => Lists(first, second),
        "Umbraco.RichText" => Rich(first, second),
        BlockText.List when !dataType.Config.Flag("useSingleBlockMode") => Blocks(first, second),
        _ => null,
    };

    private static string? Lists(string first, string second) =>
        TextLists.Parse(first) is { } one && TextLists.Parse(second) is { } other ? JsonSerializer.Serialize([.. one.Union(other)], Fields.FieldJson.Default.ListString) : null;

    /// <summary>Blocks that stand in the second text only would have to move as well: then it is one or the other.</summary>
    private static string? Rich(string first, string second)
    {
        if (StoredJson.Parse(first) is not { ValueKind: JsonValueKind.Object } one || StoredJson.Parse(second) is not { ValueKind: JsonValueKind.Object } other) return null;
        if (other.Text("markup")?.Contains("umb-rte-block", StringComparison.Ordinal) != false) return null;
        var joined = JsonObject.Create(one.Clone())!;
        joined["markup"] = one.Text("markup") + other.Text("markup");
        return joined.ToJsonString();
    }

    private static string? Blocks(string first, string second)
    {
        if (BlockText.Read(first, BlockText.List) is not { } one || BlockText.Read(second, BlockText.List) is not { } other) return null;
        var known = one.Content.Select(block => block.Key).ToHashSet();
        var more = other.Content.Where(block => !known.Contains(block.Key)).ToList();
        if (more.Count == 0) return null;
        var keys = more.Select(block => block.Key).ToHashSet();
        var places = other.Layout.Where(place => keys.Contains(place.ContentKey)).ToList();
        var looks = places.Select(place => place.SettingsKey).ToHashSet();
        return BlockText.Write(
            new BlockDocument(
                [.. one.Content, .. more],
                [.. one.Settings, .. other.Settings.Where(block => looks.Contains(block.Key))],
                [.. one.Exposures, .. other.Exposures.Where(exposure => keys.Contains(exposure.ContentKey))],
                [.. one.Layout, .. places]),
            BlockText.List);
    }
}
