using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Repository.Core.Editors;
using Repository.Core.Schema;
using Repository.Web.Desk.Views;
using Repository.Web.Site.Rendering;

namespace Repository.Web.Desk.Editing.Fields;

/// <summary>A place on the map: latitude, longitude, and how exactly it may be told.</summary>
internal sealed class CoordinatesField : IFieldEditor
{
    public static readonly string[] Precisions = ["locality", "municipality", "hidden"];

    public bool IsGroup(DataType dataType) => true;

    public View Show(Field field) => new CoordinatesFieldView { Model = new CoordinatesControl(field, Parts(field.Stored)) };

    public string Read(PostedField posted)
    {
        var now = new Place(posted.Part("lat").Trim(), posted.Part("lon").Trim(), posted.Text);
        if (now == Parts(posted.Prior)) return posted.Prior;
        if (now.Latitude.Length == 0 && now.Longitude.Length == 0) return "";
        return new JsonObject { ["lat"] = Number(now.Latitude), ["lon"] = Number(now.Longitude), ["precision"] = now.Precision }.ToJsonString();
    }

    /// <summary>What is no number stays as it was typed, so that it can be told.</summary>
    private static JsonNode Number(string text) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? (JsonNode)number : text;

    private static Place Parts(string stored)
    {
        if (StoredJson.Parse(stored) is not { ValueKind: JsonValueKind.Object } root) return new Place("", "", "");
        return new Place(Text(root, "lat"), Text(root, "lon"), root.Text("precision") ?? "");
    }

    private static string Text(JsonElement root, string name) => root.Member(name)?.ToString() ?? "";
}

internal sealed record Place(string Latitude, string Longitude, string Precision);

internal sealed record CoordinatesControl(Field Field, Place Place);
