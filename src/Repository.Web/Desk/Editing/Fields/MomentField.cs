using System.Globalization;
using Repository.Core.Editors;
using Repository.Web.Desk.Views;
using Repository.Web.Site.Rendering;

namespace Repository.Web.Desk.Editing.Fields;

/// <summary>A day, a time of day, or both. What is no such thing is shown as it was written: the browser's own control would throw it away.</summary>
internal sealed class MomentField : IFieldEditor
{
    private const string Day = "yyyy-MM-dd";
    private const string DayAndTime = "yyyy-MM-ddTHH:mm:ss";

    public View Show(Field field)
    {
        var (type, format) = Look(field.Property.DataType.EditorAlias, field.Config.Text("format"));
        return field.Value is TextValue moment && Shown(moment.Text, format) is { } shown
            ? new MomentFieldView { Model = new MomentControl(field, type, shown) }
            : new MomentFieldView { Model = new MomentControl(field, field.Stored.Length == 0 ? type : "text", field.Stored) };
    }

    public string Read(PostedField posted)
    {
        var (_, format) = Look(posted.Property.DataType.EditorAlias, posted.Property.DataType.Config.Text("format"));
        return posted.Value is TextValue before && Shown(before.Text, format) == posted.Text ? posted.Prior : posted.Text;
    }

    private static (string Type, string Format) Look(string alias, string? format) => alias switch
    {
        "Umbraco.TimeOnly" => ("time", "HH:mm"),
        "Umbraco.DateTime" when format?.Contains("HH", StringComparison.Ordinal) == true => ("datetime-local", DayAndTime),
        _ => ("date", Day),
    };

    private static string? Shown(string text, string format) =>
        format == "HH:mm"
            ? TimeOnly.TryParse(text, CultureInfo.InvariantCulture, out var time) ? time.ToString(time.Second == 0 ? format : "HH:mm:ss", CultureInfo.InvariantCulture) : null
            : DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day.ToString(format, CultureInfo.InvariantCulture) : null;
}

internal sealed record MomentControl(Field Field, string Type, string Shown);
