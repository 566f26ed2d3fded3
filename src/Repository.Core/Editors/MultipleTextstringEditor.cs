using System.Collections.Immutable;
using Repository.Core.Schema;

namespace Repository.Core.Editors;

/// <summary>Several lines, each a text of its own. Blank lines are left out.</summary>
internal sealed class MultipleTextstringEditor : IPropertyEditor
{
    public string Alias => "Umbraco.MultipleTextstring";

    public PropertyReading Read(string stored, DataType dataType, EditorContext context)
    {
        ImmutableArray<string> lines = [.. stored.Split('\n').Where(line => !string.IsNullOrWhiteSpace(line))];
        var limits = new CountLimits(dataType.Config.Number("min"), dataType.Config.Number("max"));
        return new PropertyReading(string.Join('\n', lines), new TextListValue(lines))
        {
            Problems = limits.Problems(lines.Length, "renglones"),
            SearchTexts = TextLists.SearchTexts(lines),
        };
    }
}
