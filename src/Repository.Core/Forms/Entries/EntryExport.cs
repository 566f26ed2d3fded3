using System.Collections.Immutable;
using System.Globalization;
using Repository.Core.Forms.Kinds;

namespace Repository.Core.Forms.Entries;

/// <summary>
/// The table entries are handed out as: columns of every version of a form, so that answers to questions that are no longer asked stay; and the
/// codebook that says what each holds. Immutable.
/// </summary>
public sealed class EntryExport
{
    private static readonly ImmutableArray<ExportColumn> Own =
    [
        new("folio", "Folio", "text", []), new("version", "Versión del formulario", "number", []), new("culture", "Idioma", "language tag", []), new("state", "Estado", "code", []),
        new("sentAt", "Enviado", "instant (UTC)", []), new("notice", "Aviso de privacidad aceptado", "text", []),
    ];

    private readonly ImmutableArray<(FormField Field, IFieldKind Kind, ImmutableArray<ExportColumn> Columns)> _fields;

    /// <param name="versions">Oldest first: the newest words of a question win.</param>
    public EntryExport(IEnumerable<FormVersion> versions)
    {
        var fields = new Dictionary<string, FormField>(StringComparer.Ordinal);
        foreach (var field in versions.SelectMany(version => version.Definition.Fields()))
        {
            fields[field.Alias] = fields.TryGetValue(field.Alias, out var older) ? Joined(older, field) : field;
        }

        _fields =
        [
            .. from field in fields.Values
               let kind = FieldKinds.Find(field.Type)!
               select (field, kind, kind.Columns(field).ToImmutableArray()),
        ];
        Columns = [.. Own, .. _fields.SelectMany(field => field.Columns)];
    }

    /// <summary>The codebook: one line for each column, with the codes it may hold.</summary>
    public ImmutableArray<ExportColumn> Columns { get; }

    public IEnumerable<string> Row(FormEntry entry) =>
    [
        entry.Folio,
        entry.FormVersion.ToString(CultureInfo.InvariantCulture),
        entry.Culture,
        entry.State.Word,
        entry.SentAt?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture) ?? "",
        entry.Consent?.NoticeVersion ?? "",
        .. _fields.SelectMany(field => field.Kind.Cells(field.Field, entry.Answers[field.Field.Alias])),
    ];

    /// <summary>A cell that a spreadsheet would take for a formula, made a text by the sign spreadsheets know for it.</summary>
    public static string Neutral(string cell) => cell.Length > 0 && cell[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠' && !IsNumber(cell) ? $"'{cell}" : cell;

    private static bool IsNumber(string cell) => decimal.TryParse(cell, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);

    /// <summary>The newer question, with the options only the older one had at the end.</summary>
    private static FormField Joined(FormField older, FormField newer) => newer with
    {
        PreValues = [.. newer.PreValues, .. older.PreValues.Where(option => newer.PreValues.All(known => known.Value != option.Value))],
    };
}
