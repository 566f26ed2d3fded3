using System.Collections.Immutable;
using Repository.Core.Schema;

namespace Repository.Core.Editors;

/// <summary>One or several of a list of texts. Stored as an array also when single; delivered as an array only when several are allowed.</summary>
internal sealed class DropDownEditor : IPropertyEditor
{
    public string Alias => "Umbraco.DropDown.Flexible";

    public PropertyReading Read(string stored, DataType dataType, EditorContext context)
    {
        var chosen = TextLists.Parse(stored) ?? TextLists.Distinct([stored]);
        if (chosen.IsEmpty) return PropertyReading.Empty;
        var isMultiple = dataType.Config.Flag("multiple");
        ImmutableArray<string> problems = !isMultiple && chosen.Length > 1 ? ["Elige una sola opción."] : TextLists.ChoiceProblems(chosen, dataType);
        return new PropertyReading(TextLists.Write(context, chosen), isMultiple ? new TextListValue(chosen) : new TextValue(chosen[0]))
        {
            Problems = problems,
            SearchTexts = TextLists.SearchTexts(chosen),
        };
    }
}
