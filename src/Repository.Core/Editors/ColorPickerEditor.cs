using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using Repository.Core.Schema;

namespace Repository.Core.Editors;

/// <summary>A colour, stored plain or with its label; the label is delivered where <c>useLabel</c> is set.</summary>
internal sealed partial class ColorPickerEditor : IPropertyEditor
{
    public string Alias => "Umbraco.ColorPicker";

    public PropertyReading Read(string stored, DataType dataType, EditorContext context)
    {
        var root = stored.AsSpan().TrimStart().StartsWith('{') ? StoredJson.Parse(stored) : null;
        var value = (root is { } json ? json.Text("value") ?? "" : stored).Trim().TrimStart('#');
        if (!ColorPattern().IsMatch(value)) return PropertyReading.Refused(stored, "Elige un color como 00aa55.");
        var choices = dataType.Config.Items("items").Select(Choice).Where(choice => choice.Value.Length > 0).ToImmutableArray();
        var chosen = choices.FirstOrDefault(choice => string.Equals(choice.Value, value, StringComparison.OrdinalIgnoreCase));
        var label = root?.Text("label") ?? chosen.Label ?? value;
        return new PropertyReading(
            root is null ? value : StoredJson.Write(context, Members(value, label)),
            dataType.Config.Flag("useLabel") ? new JsonValue(StoredJson.WriteCompact(Members(value, label))) : new TextValue(value))
        {
            Problems = choices.IsEmpty || chosen.Value is not null ? [] : ["Este color no es una de las opciones."],
        };
    }

    private static (string Value, string? Label) Choice(JsonElement item) =>
        ((item.ValueKind == JsonValueKind.String ? item.GetString() : item.Text("value"))?.TrimStart('#') ?? "", item.Text("label"));

    private static Action<Utf8JsonWriter> Members(string value, string label) => json =>
    {
        json.WriteStartObject();
        json.WriteString("value"u8, value);
        json.WriteString("label"u8, label);
        json.WriteEndObject();
    };

    [GeneratedRegex(@"\A([0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})\z", RegexOptions.CultureInvariant)]
    private static partial Regex ColorPattern();
}
