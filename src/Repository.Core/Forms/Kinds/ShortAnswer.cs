using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Repository.Core.Editors;
using Repository.Core.Forms.Submitting;

namespace Repository.Core.Forms.Kinds;

/// <summary>One line of text; the setting <c>fieldType</c> asks for an e-mail address, a web address, a telephone or a number.</summary>
public sealed partial class ShortAnswer : IFieldKind
{
    public const string FieldType = "fieldType";

    public Guid Id { get; } = new("3f92e01b-29e2-4a30-bf33-9df5580ed52c");

    public string Name => "Short answer";

    public FieldReading Read(FormField field, FieldInput input, FormPlaces places)
    {
        var reading = TextAnswer.Read(field, input with { Texts = [.. input.Texts.Select(OneLine)] }, Longest(field));
        if (reading is not { Refusal: null, Stored: [var text] }) return reading;
        var name = FieldMessage.Name(field);
        return field.Setting(FieldType) switch
        {
            "email" when !EmailAddressEditor.IsAddress(text) => FieldReading.Refused(
                [text],
                $"En {name} escribe un correo electrónico como nombre@ejemplo.org.",
                $"{name} needs an e-mail address such as name@example.org."),
            "url" when !IsAddress(text) => FieldReading.Refused(
                [text],
                $"En {name} escribe una dirección completa como https://ejemplo.org.",
                $"{name} needs a whole address such as https://example.org."),
            "tel" when !Telephone().IsMatch(text) => FieldReading.Refused(
                [text],
                $"En {name} escribe un teléfono de diez cifras como 951 123 4567.",
                $"{name} needs a telephone number such as 951 123 4567."),
            "number" when Number(text) is null => FieldReading.Refused(
                [text],
                $"En {name} escribe un número como 12 o 3.5.",
                $"{name} needs a number such as 12 or 3.5."),
            "number" => FieldReading.Of(Number(text)!.Value.ToString(CultureInfo.InvariantCulture)),
            _ => reading,
        };
    }

    public IEnumerable<string> Problems(FormField field)
    {
        if (field.Setting(FieldType) is not ("" or "text" or "email" or "url" or "tel" or "number"))
        {
            yield return $"El ajuste «fieldType» no puede ser «{field.Setting(FieldType)}».";
        }

        foreach (var problem in field.WholeProblems(TextAnswer.MaximumLength, FormLimits.ShortText)) yield return problem;
    }

    public IEnumerable<ExportColumn> Columns(FormField field) => [ExportColumn.Text(field)];

    public IEnumerable<string> Cells(FormField field, ImmutableArray<string> stored) => TextAnswer.Cells(stored);

    public static int Longest(FormField field) => field.Whole(TextAnswer.MaximumLength, FormLimits.OrdinaryShortText, FormLimits.ShortText);

    private static string OneLine(string text) => LineEnds().Replace(text, " ");

    private static bool IsAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && address.Scheme is "http" or "https"
        && address.Host.Contains('.', StringComparison.Ordinal)
        && WebAddress.IsLink(text);

    private static decimal? Number(string text) => decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"\A(?=(?:\D*\d){7,20}\D*\z)\+?[\d\s().-]+(?:ext\.? ?\d{1,6}(?: y \d{1,6})?)?\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 100)]
    private static partial Regex Telephone();

    [GeneratedRegex(@"\s*[\r\n]+\s*", RegexOptions.CultureInvariant)]
    private static partial Regex LineEnds();
}
