using Repository.Core.Schema;

namespace Repository.Core.Editors;

/// <summary>A line of text.</summary>
internal sealed class TextBoxEditor : IPropertyEditor
{
    public string Alias => "Umbraco.TextBox";

    public PropertyReading Read(string stored, DataType dataType, EditorContext context) => PlainText.Read(stored, dataType, SearchTier.Other);
}
