using System.Collections.Immutable;
using Repository.Core.Forms.Submitting;

namespace Repository.Core.Forms.Kinds;

/// <summary>What the kinds with options have in common: every answer is one of them.</summary>
internal static class ChosenAnswer
{
    public static FieldReading One(FormField field, FieldInput input)
    {
        string[] said = [.. SentText.Said(input).Distinct(StringComparer.Ordinal)];
        return said.Length > 1 ? SentText.OnlyOne(field, input) : Several(field, said);
    }

    /// <summary>In the order of the options, each once.</summary>
    public static FieldReading Any(FormField field, FieldInput input) => Several(field, [.. SentText.Said(input).Distinct(StringComparer.Ordinal)]);

    public static FieldReading Strange(FormField field, ImmutableArray<string> said) => FieldReading.Refused(
        said, $"En {FieldMessage.Name(field)} elige entre las opciones que aparecen.", $"Please choose among the options given in {FieldMessage.Name(field)}.");

    public static IEnumerable<string> Problems(FormField field)
    {
        if (field.PreValues.IsEmpty) yield return "Faltan las opciones.";
        if (field.PreValues.Length > FormLimits.Choices) yield return $"Hay más de {FormLimits.Choices} opciones.";
        // What is sent is compared as it is kept: a value that is kept otherwise could never be chosen.
        if (field.PreValues.Any(option => SentText.Clean(option.Value) is not { Length: > 0 and <= 200 } value || value != option.Value))
        {
            yield return "Cada opción lleva un valor de 1 a 200 letras, sin espacios en los extremos.";
        }

        if (field.PreValues.Select(option => option.Value).Distinct(StringComparer.OrdinalIgnoreCase).Count() != field.PreValues.Length)
        {
            yield return "Dos opciones tienen el mismo valor.";
        }
    }

    public static IEnumerable<ExportColumn> OneColumn(FormField field) => [new(field.Alias, field.Caption, "code", field.PreValues)];

    /// <summary>A column for each option, 1 where it was chosen and 0 where the question was answered without it.</summary>
    public static IEnumerable<ExportColumn> ColumnForEach(FormField field) =>
        field.PreValues.Select(option => new ExportColumn($"{field.Alias}.{option.Value}", $"{field.Caption} · {option.Caption}", "0/1", [new("1", "Sí"), new("0", "No")]));

    public static IEnumerable<string> CellForEach(FormField field, ImmutableArray<string> stored) =>
        field.PreValues.Select(option => stored.IsEmpty ? "" : stored.Contains(option.Value) ? "1" : "0");

    private static FieldReading Several(FormField field, string[] said)
    {
        ImmutableArray<string> known = [.. field.PreValues.Select(option => option.Value).Where(said.Contains)];
        return known.Length == said.Length ? new(known) : Strange(field, [.. said.Take(FormLimits.Choices)]);
    }
}
