using System.Globalization;
using Repository.Core.Schema;

namespace Repository.Core.Editors;

/// <summary>A number with as many decimals as were written.</summary>
internal sealed class DecimalEditor : IPropertyEditor
{
    public string Alias => "Umbraco.Decimal";

    public PropertyReading Read(string stored, DataType dataType, EditorContext context)
    {
        if (!decimal.TryParse(stored, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return PropertyReading.Refused(stored, "Escribe un número, con punto decimal si hace falta.");
        var literal = number.ToString(CultureInfo.InvariantCulture);
        return new PropertyReading(literal, new NumberValue(literal)) { Problems = NumberRange.Of(dataType.Config).Problems(number) };
    }
}
