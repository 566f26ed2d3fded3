using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Repository.Core.Editors;

/// <summary>The numbers a property accepts: from a minimum to a maximum, in steps counted from the minimum (or from zero).</summary>
internal readonly record struct NumberRange(decimal? Min, decimal? Max, decimal? Step)
{
    public static NumberRange Of(JsonElement config) => new(config.Number("min"), config.Number("max"), config.Number("step"));

    public ImmutableArray<string> Problems(decimal value)
    {
        if (Min is { } min && value < min) return [string.Create(CultureInfo.InvariantCulture, $"El número no puede ser menor que {min}.")];
        if (Max is { } max && value > max) return [string.Create(CultureInfo.InvariantCulture, $"El número no puede ser mayor que {max}.")];
        // Remainders first: the difference of two large numbers may not fit.
        if (Step is > 0 and { } step && (value % step - (Min ?? 0) % step) % step != 0) return [string.Create(CultureInfo.InvariantCulture, $"El número debe avanzar de {step} en {step}.")];
        return [];
    }
}
