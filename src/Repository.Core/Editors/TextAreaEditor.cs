using Repository.Core.Schema;

namespace Repository.Core.Editors;

/// <summary>Text in several lines, kept as typed.</summary>
internal sealed class TextAreaEditor : IPropertyEditor
{
    public string Alias => "Umbraco.TextArea";

    public PropertyReading Read(string stored, DataType dataType, EditorContext context) => PlainText.Read(stored, dataType, SearchTier.Body);
}
