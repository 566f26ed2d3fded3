using Repository.Core.Schema;

namespace Repository.Core.Editors;

/// <summary>A form, stored as its bare key.</summary>
internal sealed class FormPickerEditor : IPropertyEditor
{
    public string Alias => "UmbracoForms.FormPicker";

    public PropertyReading Read(string stored, DataType dataType, EditorContext context) =>
        Guid.TryParse(stored.Trim(), out var key)
            ? new PropertyReading(key.ToString("D"), new FormValue(key))
            : PropertyReading.Refused(stored, "Elige un formulario.");
}
