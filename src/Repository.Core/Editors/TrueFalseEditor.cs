using Repository.Core.Schema;

namespace Repository.Core.Editors;

/// <summary>Yes or no, stored as <c>1</c> or <c>0</c>.</summary>
internal sealed class TrueFalseEditor : IPropertyEditor
{
    private static readonly PropertyReading Yes = new("1", new BooleanValue(true));
    private static readonly PropertyReading No = new("0", new BooleanValue(false));

    public string Alias => "Umbraco.TrueFalse";

    public PropertyReading Read(string stored, DataType dataType, EditorContext context) => stored.Trim().ToUpperInvariant() switch
    {
        "1" or "TRUE" => Yes,
        "0" or "FALSE" => No,
        _ => PropertyReading.Refused(stored, "Elige sí o no."),
    };
}
