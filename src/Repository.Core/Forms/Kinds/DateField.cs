using System.Collections.Immutable;
using System.Globalization;
using Repository.Core.Forms.Submitting;

namespace Repository.Core.Forms.Kinds;

/// <summary>A day, or a month where <c>precision</c> says so, between <c>minimum</c> and <c>maximum</c>. Stored as ISO 8601.</summary>
public sealed class DateField : IFieldKind
{
    private const string Day = "yyyy-MM-dd";
    private const string Month = "yyyy-MM";

    public Guid Id { get; } = OwnKindKey.Of("date");

    public string Name => "Date";

    public FieldReading Read(FormField field, FieldInput input, FormPlaces places)
    {
        string[] said = [.. SentText.Said(input)];
        if (said.Length == 0) return FieldReading.Empty;
        if (said.Length > 1) return SentText.OnlyOne(field, input);
        var name = FieldMessage.Name(field);
        if (Parse(field, said[0]) is not { } date)
        {
            return OfMonths(field)
                ? FieldReading.Refused([said[0]], $"En {name} escribe un mes y un año como 2026-03.", $"{name} needs a month and a year such as 2026-03.")
                : FieldReading.Refused([said[0]], $"En {name} escribe una fecha como 2026-03-21 o 21/03/2026.", $"{name} needs a date such as 2026-03-21.");
        }

        var text = date.ToString(Format(field), CultureInfo.InvariantCulture);
        if (Parse(field, field.Setting("minimum")) is { } first && date < first)
        {
            return FieldReading.Refused(
                [text],
                $"La fecha de {name} no puede ser anterior a {field.Setting("minimum")}.",
                $"{name} cannot be before {field.Setting("minimum")}.");
        }

        return Parse(field, field.Setting("maximum")) is { } last && date > last
            ? FieldReading.Refused([text], $"La fecha de {name} no puede ser posterior a {field.Setting("maximum")}.", $"{name} cannot be after {field.Setting("maximum")}.")
            : FieldReading.Of(text);
    }

    public IEnumerable<string> Problems(FormField field)
    {
        if (field.Setting("precision") is not ("" or "day" or "month")) yield return "El ajuste «precision» debe ser «day» o «month».";
        foreach (var bound in (string[])["minimum", "maximum"])
        {
            if (field.Setting(bound) is { Length: > 0 } text && !DateOnly.TryParseExact(text, Format(field), CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            {
                yield return $"El ajuste «{bound}» debe ser una fecha como {Format(field)}.";
            }
        }
    }

    public IEnumerable<ExportColumn> Columns(FormField field) => [ExportColumn.Text(field, OfMonths(field) ? "month" : "date")];

    public IEnumerable<string> Cells(FormField field, ImmutableArray<string> stored) => TextAnswer.Cells(stored);

    public static bool OfMonths(FormField field) => field.Setting("precision") == "month";

    private static string Format(FormField field) => OfMonths(field) ? Month : Day;

    private static DateOnly? Parse(FormField field, string text) =>
        DateOnly.TryParseExact(text, OfMonths(field) ? [Month, "M/yyyy"] : [Day, "d/M/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
