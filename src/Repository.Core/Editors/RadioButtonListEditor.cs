using Repository.Core.Schema;

namespace Repository.Core.Editors;

/// <summary>One of a list of texts, stored plain.</summary>
internal sealed class RadioButtonListEditor : IPropertyEditor
{
    public string Alias => "Umbraco.RadioButtonList";

    public PropertyReading Read(string stored, DataType dataType, EditorContext context)
    {
        var chosen = stored.Trim();
        return new PropertyReading(chosen, new TextValue(chosen))
        {
            Problems = TextLists.ChoiceProblems([chosen], dataType),
            SearchTexts = [new SearchText(SearchTier.Other, chosen)],
        };
    }
}
