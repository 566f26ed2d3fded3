using Repository.Core.Editors.Dates;
using Repository.Core.Schema;

namespace Repository.Core.Editors;

/// <summary>A date, with or without a time, in no zone.</summary>
internal sealed class DateTimeEditor : IPropertyEditor
{
    public string Alias => "Umbraco.DateTime";

    public PropertyReading Read(string stored, DataType dataType, EditorContext context)
    {
        if (IsoText.Clock(stored) is not { } clock) return PropertyReading.Refused(stored, "Escribe una fecha como 2026-05-11 o 2026-05-11T09:30:00.");
        var text = IsoText.Write(clock);
        return new PropertyReading(text, new TextValue(text));
    }
}
