using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Repository.Core.Editors;
using Repository.Core.Schema;
using Repository.Web.Desk.Views;
using Repository.Web.Site.Rendering;

namespace Repository.Web.Desk.Editing.Fields;

/// <summary>One of the colours of the settings.</summary>
internal sealed class ColourField : IFieldEditor
{
    public bool IsGroup(DataType dataType) => true;

    public View Show(Field field)
    {
        var chosen = Value(field.Stored);
        var offered = Offered(field.Config);
        if (chosen.Length > 0 && offered.All(colour => colour.Value != chosen)) offered = offered.Add(new OfferedColour(chosen, chosen));
        return new ColourFieldView { Model = new ColourControl(field, offered, chosen) };
    }

    public string Read(PostedField posted)
    {
        if (posted.Text == Value(posted.Prior) || posted.Text.Length == 0) return posted.Text.Length == 0 ? "" : posted.Prior;
        var label = Offered(posted.Property.DataType.Config).FirstOrDefault(colour => colour.Value == posted.Text)?.Label;
        return label is null ? posted.Text : new JsonObject { ["value"] = posted.Text, ["label"] = label }.ToJsonString();
    }

    private static string Value(string stored) => (stored.StartsWith('{') ? StoredJson.Parse(stored)?.Text("value") ?? "" : stored).Trim().TrimStart('#').ToLowerInvariant();

    private static ImmutableArray<OfferedColour> Offered(JsonElement config) =>
        [.. config.Items("items").Select(item => (item.Text("value") ?? "").TrimStart('#').ToLowerInvariant() is { Length: > 0 } value ? new OfferedColour(value, item.Text("label") ?? value) : null).OfType<OfferedColour>()];
}

internal sealed record OfferedColour(string Value, string Label);

internal sealed record ColourControl(Field Field, ImmutableArray<OfferedColour> Colours, string Chosen);
