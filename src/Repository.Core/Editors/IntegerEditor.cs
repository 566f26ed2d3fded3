using System.Globalization;
using Repository.Core.Schema;

namespace Repository.Core.Editors;

/// <summary>A whole number of 32 bits.</summary>
internal sealed class IntegerEditor : IPropertyEditor
{
    public string Alias => "Umbraco.Integer";

    public PropertyReading Read(string stored, DataType dataType, EditorContext context)
    {
        if (!int.TryParse(stored, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)) return PropertyReading.Refused(stored, "Escribe un número entero.");
        var literal = number.ToString(CultureInfo.InvariantCulture);
        return new PropertyReading(literal, new NumberValue(literal)) { Problems = NumberRange.Of(dataType.Config).Problems(number) };
    }
}
