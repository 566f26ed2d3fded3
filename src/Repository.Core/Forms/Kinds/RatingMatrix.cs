using System.Collections.Immutable;
using Repository.Core.Forms.Submitting;

namespace Repository.Core.Forms.Kinds;

/// <summary>
/// One mark for each row. Its rows are the options of the field, its marks stand in the setting <c>scale</c>, one line each (<c>5=Excelente</c>).
/// Sent and stored as texts like <c>transparencia=5</c>.
/// </summary>
public sealed class RatingMatrix : IFieldOfParts
{
    public const string ScaleSetting = "scale";

    public Guid Id { get; } = OwnKindKey.Of("rating-matrix");

    public string Name => "Rating matrix";

    public static ImmutableArray<PreValue> Scale(FormField field) =>
        [.. field.Setting(ScaleSetting).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Mark)];

    /// <summary>Marks as the setting says them.</summary>
    public static string ScaleOf(IEnumerable<PreValue> marks) => string.Join('\n', marks.Select(mark => $"{mark.Value}={mark.Caption}"));

    /// <summary>The mark a row has; empty when it has none.</summary>
    public static string MarkOf(ImmutableArray<string> stored, string row) =>
        stored.FirstOrDefault(text => text.Length > row.Length && text[row.Length] == '=' && text.StartsWith(row, StringComparison.Ordinal))?[(row.Length + 1)..] ?? "";

    public IEnumerable<string> Parts(FormField field) => field.PreValues.Select(row => row.Value);

    public string Text(string part, string value) => $"{part}={value}";

    public FieldReading Read(FormField field, FieldInput input, FormPlaces places)
    {
        string[] said = [.. SentText.Said(input).Where(text => !text.EndsWith('=')).Distinct(StringComparer.Ordinal)];
        if (said.Length == 0) return FieldReading.Empty;
        var name = FieldMessage.Name(field);
        var scale = Scale(field);
        var known = field.PreValues.SelectMany(row => scale.Select(mark => $"{row.Value}={mark.Value}")).Where(said.Contains).ToImmutableArray();
        if (known.Length < said.Length)
        {
            return FieldReading.Refused(
                [.. said.Take(FormLimits.Choices)],
                $"En {name} elige para cada renglón una de las calificaciones que aparecen.",
                $"Please choose one of the marks given for each row of {name}.");
        }

        var twice = field.PreValues.FirstOrDefault(row => known.Count(text => text.StartsWith($"{row.Value}=", StringComparison.Ordinal)) > 1);
        if (twice is not null)
        {
            return FieldReading.Refused(known, $"En {name} califica «{twice.Caption}» una sola vez.", $"Please rate «{twice.Caption}» only once in {name}.");
        }

        string[] missing = [.. field.PreValues.Where(row => MarkOf(known, row.Value).Length == 0).Select(row => $"«{row.Caption}»")];
        if (!field.Required || missing.Length == 0) return new(known);
        var rows = string.Join(", ", missing);
        var reading = FieldReading.Incomplete(known, $"En {name} falta calificar {rows}.", $"{name} still needs a mark for {rows}.");
        return reading with { Refusal = reading.Refusal! with { Beside = new($"Falta calificar {rows}.", $"Still without a mark: {rows}.") } };
    }

    public IEnumerable<string> Problems(FormField field)
    {
        foreach (var problem in ChosenAnswer.Problems(field)) yield return problem;
        if (field.PreValues.Any(row => row.Value.AsSpan().ContainsAny('=', '.'))) yield return "El valor de un renglón no lleva «=» ni «.».";
        var scale = Scale(field);
        if (scale.Length is < 2 or > 11) yield return "El ajuste «scale» lleva de 2 a 11 calificaciones, una por renglón, como «5=Excelente».";
        if (scale.Any(mark => mark.Value.Length == 0 || mark.Caption.Length == 0) || scale.DistinctBy(mark => mark.Value).Count() != scale.Length)
        {
            yield return "Cada calificación de «scale» lleva un valor propio y un nombre.";
        }
    }

    public IEnumerable<ExportColumn> Columns(FormField field) =>
        field.PreValues.Select(row => new ExportColumn($"{field.Alias}.{row.Value}", $"{field.Caption} · {row.Caption}", "code", Scale(field)));

    public IEnumerable<string> Cells(FormField field, ImmutableArray<string> stored) => field.PreValues.Select(row => MarkOf(stored, row.Value));

    private static PreValue Mark(string line) => line.IndexOf('=', StringComparison.Ordinal) is var end and >= 0 ? new(line[..end].Trim(), line[(end + 1)..].Trim()) : new(line, "");
}
