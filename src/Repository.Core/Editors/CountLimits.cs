using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Repository.Core.Editors;

/// <summary>How many entries a property may hold; a maximum of nothing or zero is none.</summary>
internal readonly record struct CountLimits(decimal? Min, decimal? Max)
{
    public static CountLimits Of(JsonElement config) => new(config.Number("minNumber"), config.Number("maxNumber"));

    public static CountLimits OfValidation(JsonElement config) =>
        config.Member("validationLimit") is { } limit ? new CountLimits(limit.Number("min"), limit.Number("max")) : default;

    /// <summary>What is counted is named in the plural: "enlaces".</summary>
    public ImmutableArray<string> Problems(int count, string what)
    {
        if (Min is { } min && count < min) return [string.Create(CultureInfo.InvariantCulture, $"El mínimo de {what} es {min} y hay {count}.")];
        if (Max is > 0 and { } max && count > max) return [string.Create(CultureInfo.InvariantCulture, $"El máximo de {what} es {max} y hay {count}.")];
        return [];
    }
}
