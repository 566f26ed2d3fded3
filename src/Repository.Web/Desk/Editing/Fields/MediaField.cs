using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Repository.Core.Editors;
using Repository.Core.Schema;
using Repository.Web.Desk.Views;
using Repository.Web.Site.Rendering;

namespace Repository.Web.Desk.Editing.Fields;

/// <summary>Files of the repository, each with the point that matters most in it at this place.</summary>
internal sealed class MediaField : IFieldEditor
{
    public bool IsGroup(DataType dataType) => true;

    public View Show(Field field) => new MediaFieldView
    {
        Model = new MediaControl(field, [.. Entries(field.Stored).Select(entry => Picked(field, entry))], IsMultiple(field.Property.DataType), field.Config.Flag("enableLocalFocalPoint")),
    };

    public string Read(PostedField posted)
    {
        var entries = posted.Texts.Distinct().Select(entry => Posted(posted, entry)).OfType<JsonObject>().ToList();
        var text = entries.Count == 0 ? "" : new JsonArray([.. IsMultiple(posted.Property.DataType) ? entries : entries.TakeLast(1)]).ToJsonString();
        return text == Same(posted.Prior) ? posted.Prior : text;
    }

    private static bool IsMultiple(DataType dataType) => dataType.Config.Flag("multiple");

    private static PickedFile Picked(Field field, JsonElement entry)
    {
        var key = entry.Key("mediaKey") ?? Guid.Empty;
        var focus = entry.Member("focalPoint");
        return new PickedFile(entry.Text("key") ?? key.ToString(), entry.GetRawText(), field.Setting.Drafts.Find(key), Percent(focus?.Number("left")), Percent(focus?.Number("top")));
    }

    private static JsonObject? Posted(PostedField posted, string key)
    {
        if (StoredJson.Parse(posted.Part($"{key}/entry")) is not { ValueKind: JsonValueKind.Object } root || JsonObject.Create(root.Clone()) is not { } entry) return null;
        var (left, top) = (posted.Part($"{key}/left"), posted.Part($"{key}/top"));
        var before = root.Member("focalPoint");
        if (!posted.Has($"{key}/left") || (left == Percent(before?.Number("left")) && top == Percent(before?.Number("top")))) return entry;
        entry["focalPoint"] = Fraction(left) is { } x && Fraction(top) is { } y ? new JsonObject { ["left"] = x, ["top"] = y } : null;
        return entry;
    }

    private static string Same(string prior) => Entries(prior).ToList() is { Count: > 0 } entries ? new JsonArray([.. entries.Select(entry => JsonObject.Create(entry.Clone()))]).ToJsonString() : "";

    private static IEnumerable<JsonElement> Entries(string stored) =>
        StoredJson.Parse(stored) is { ValueKind: JsonValueKind.Array } root ? root.EnumerateArray().Where(entry => entry.ValueKind == JsonValueKind.Object) : [];

    public static string Percent(decimal? fraction) => fraction is { } number ? decimal.Round(number * 100).ToString(CultureInfo.InvariantCulture) : "";

    public static decimal? Fraction(string percent) => decimal.TryParse(percent, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, 0, 100) / 100 : null;
}

/// <param name="Key">What tells the entry from its neighbours.</param>
/// <param name="Json">The entry as it is stored.</param>
/// <param name="Item">Null for a file that is in the bin or gone.</param>
internal sealed record PickedFile(string Key, string Json, DraftItem? Item, string Left, string Top);

internal sealed record MediaControl(Field Field, ImmutableArray<PickedFile> Files, bool IsMultiple, bool HasFocus);

internal sealed record MediaEntry(MediaControl Control, PickedFile File);
