using System.Globalization;
using Repository.Core.Schema;

namespace Repository.Core.Editors;

/// <summary>A number on a scale or, with <c>enableRange</c>, a stretch of it: stored <c>2,8</c>.</summary>
internal sealed class SliderEditor : IPropertyEditor
{
    public string Alias => "Umbraco.Slider";

    public PropertyReading Read(string stored, DataType dataType, EditorContext context)
    {
        var isRange = dataType.Config.Flag("enableRange");
        var parts = stored.Split(',');
        if (parts.Length > (isRange ? 2 : 1) || Parse(parts[0]) is not { } low || Parse(parts[^1]) is not { } high)
        {
            return PropertyReading.Refused(stored, isRange ? "Elige dos números de la escala." : "Elige un número de la escala.");
        }

        if (low > high) return PropertyReading.Refused(stored, "El primer número no puede ser mayor que el segundo.");
        var scale = new NumberRange(dataType.Config.Number("minVal"), dataType.Config.Number("maxVal"), dataType.Config.Number("step"));
        var reading = isRange ? Range(low, high) : new PropertyReading(Literal(low), new NumberValue(Literal(low)));
        return reading with { Problems = [.. scale.Problems(low).Concat(scale.Problems(high)).Distinct()] };
    }

    private static PropertyReading Range(decimal low, decimal high) => new($"{Literal(low)},{Literal(high)}", new JsonValue(StoredJson.WriteCompact(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("minimum"u8, low);
        json.WriteNumber("maximum"u8, high);
        json.WriteEndObject();
    })));

    private static decimal? Parse(string text) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Literal(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
