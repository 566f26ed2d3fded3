using System.Globalization;
using Repository.Core.Editors.Dates;
using Repository.Core.Schema;

namespace Repository.Core.Editors;

/// <summary>A value that programs write and people only read; its type is a setting.</summary>
internal sealed class LabelEditor : IPropertyEditor
{
    public string Alias => "Umbraco.Label";

    public PropertyReading Read(string stored, DataType dataType, EditorContext context)
    {
        var text = stored.Trim();
        return dataType.Config.Text("umbracoDataValueType")?.ToUpperInvariant() switch
        {
            "INT" or "BIGINT" => Number(stored, long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var whole) ? whole : null),
            "DECIMAL" => Number(stored, decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null),
            "DATETIME" or "DATE" => Text(stored, IsoText.Clock(text) is { } clock ? IsoText.Write(clock) : null),
            "TIME" => Text(stored, IsoText.Time(text) is { } time ? IsoText.Write(time) : IsoText.Clock(text) is { } clock ? IsoText.Write(TimeOnly.FromDateTime(clock)) : null),
            _ => new PropertyReading(stored, new TextValue(stored)),
        };
    }

    private static PropertyReading Number(string stored, decimal? number)
    {
        if (number is not { } value) return PropertyReading.Refused(stored, "El valor guardado no es un número.");
        var literal = value.ToString(CultureInfo.InvariantCulture);
        return new PropertyReading(literal, new NumberValue(literal));
    }

    private static PropertyReading Text(string stored, string? text) =>
        text is null ? PropertyReading.Refused(stored, "El valor guardado no es una fecha ni una hora.") : new PropertyReading(text, new TextValue(text));
}
