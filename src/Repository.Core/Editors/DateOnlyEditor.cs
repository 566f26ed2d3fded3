using Repository.Core.Editors.Dates;
using Repository.Core.Schema;

namespace Repository.Core.Editors;

/// <summary>A day.</summary>
internal sealed class DateOnlyEditor : IPropertyEditor
{
    public string Alias => "Umbraco.DateOnly";

    public PropertyReading Read(string stored, DataType dataType, EditorContext context)
    {
        var day = StoredMoment.Parse(stored) is { } moment ? DateOnly.FromDateTime(moment.Date.DateTime) : IsoText.Day(stored);
        if (day is not { } value) return PropertyReading.Refused(stored, "Escribe una fecha como 2026-05-11.");
        var midnight = new DateTimeOffset(value, TimeOnly.MinValue, TimeSpan.Zero);
        return new PropertyReading(new StoredMoment(midnight, null).Write(context), new TextValue(IsoText.Write(value)));
    }
}
