using Repository.Core.Schema;

namespace Repository.Core.Editors;

/// <summary>Any of a list of texts.</summary>
internal sealed class CheckBoxListEditor : IPropertyEditor
{
    public string Alias => "Umbraco.CheckBoxList";

    public PropertyReading Read(string stored, DataType dataType, EditorContext context)
    {
        var chosen = TextLists.Parse(stored) ?? TextLists.Distinct([stored]);
        if (chosen.IsEmpty) return PropertyReading.Empty;
        return new PropertyReading(TextLists.Write(context, chosen), new TextListValue(chosen))
        {
            Problems = TextLists.ChoiceProblems(chosen, dataType),
            SearchTexts = TextLists.SearchTexts(chosen),
        };
    }
}
