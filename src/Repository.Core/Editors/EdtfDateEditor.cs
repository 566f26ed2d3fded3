using Repository.Core.Editors.Dates;
using Repository.Core.Schema;

namespace Repository.Core.Editors;

/// <summary>A date known only so far: EDTF, level 1.</summary>
internal sealed class EdtfDateEditor : IPropertyEditor
{
    public string Alias => "Umbraco.Plain.String";

    public string UiAlias => "Repository.EdtfDate";

    public PropertyReading Read(string stored, DataType dataType, EditorContext context) =>
        EdtfDate.Parse(stored) is { } date
            ? new PropertyReading(date.Text, new TextValue(date.Text))
            : PropertyReading.Refused(stored, "Escribe una fecha como 1990, 1990~ (hacia 1990), 198X (los años ochenta), 2018-07 o 2018-07/2019, con el inicio antes del final.");
}
