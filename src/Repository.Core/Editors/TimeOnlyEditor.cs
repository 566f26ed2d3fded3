using Repository.Core.Editors.Dates;
using Repository.Core.Schema;

namespace Repository.Core.Editors;

/// <summary>A time of day. The day it is stored with says nothing.</summary>
internal sealed class TimeOnlyEditor : IPropertyEditor
{
    public string Alias => "Umbraco.TimeOnly";

    public PropertyReading Read(string stored, DataType dataType, EditorContext context)
    {
        var clock = StoredMoment.Parse(stored)?.Date.DateTime ?? (IsoText.Time(stored) is { } typed ? new DateTime(DateOnly.MinValue, typed) : null);
        if (clock is not { } value) return PropertyReading.Refused(stored, "Escribe una hora como 09:30 o 09:30:00.");
        var moment = new StoredMoment(new DateTimeOffset(value, TimeSpan.Zero), null);
        return new PropertyReading(moment.Write(context), new TextValue(IsoText.Write(TimeOnly.FromDateTime(value))));
    }
}
