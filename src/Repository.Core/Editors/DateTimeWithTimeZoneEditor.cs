using Repository.Core.Editors.Dates;
using Repository.Core.Schema;

namespace Repository.Core.Editors;

/// <summary>A point in time with the offset it was written in and, where chosen, the name of its zone.</summary>
internal sealed class DateTimeWithTimeZoneEditor : IPropertyEditor
{
    public string Alias => "Umbraco.DateTimeWithTimeZone";

    public PropertyReading Read(string stored, DataType dataType, EditorContext context)
    {
        var moment = StoredMoment.Parse(stored) ?? (IsoText.Moment(stored) is { } typed ? new StoredMoment(typed, null) : null);
        return moment is { } value
            ? new PropertyReading(value.Write(context), new TextValue(IsoText.Write(value.Date)))
            : PropertyReading.Refused(stored, "Escribe una fecha con hora y zona como 2026-05-11T09:30:00-06:00.");
    }
}
