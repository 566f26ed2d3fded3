using System.Text.RegularExpressions;
using Repository.Core.Schema;

namespace Repository.Core.Editors;

/// <summary>A length of time in ISO 8601: <c>P6M</c>, <c>P1Y6M</c>, <c>PT2H30M</c>.</summary>
internal sealed partial class DurationEditor : IPropertyEditor
{
    public string Alias => "Umbraco.Plain.String";

    public string UiAlias => "Repository.Duration";

    public PropertyReading Read(string stored, DataType dataType, EditorContext context)
    {
        var duration = stored.Trim().ToUpperInvariant();
        return DurationPattern().IsMatch(duration)
            ? new PropertyReading(duration, new TextValue(duration))
            : PropertyReading.Refused(stored, "Escribe una duración como P6M (seis meses), P1Y (un año) o P10D (diez días).");
    }

    [GeneratedRegex(@"\AP(?=[0-9T])([0-9]{1,9}Y)?([0-9]{1,9}M)?([0-9]{1,9}W)?([0-9]{1,9}D)?(T(?=[0-9])([0-9]{1,9}H)?([0-9]{1,9}M)?([0-9]{1,9}(\.[0-9]{1,9})?S)?)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex DurationPattern();
}
