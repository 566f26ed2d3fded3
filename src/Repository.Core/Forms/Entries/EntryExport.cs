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

    private readonly ImmutableArray<AskedField> _fields;
    private readonly ImmutableHashSet<int> _versions;

    /// <param name="versions">Oldest first: the newest words of a question win.</param>
    public EntryExport(IEnumerable<FormVersion> versions)
    {
        var (fields, known) = (new List<AskedField>(), versions.ToList());
        foreach (var version in known)
        {
            foreach (var field in version.Definition.Fields()) Add(fields, field, version.Number);
        }

        _versions = [.. known.Select(version => version.Number)];
        _fields = [.. fields];
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
        .. _fields.SelectMany(field => field.Cells(entry, isOfNoVersion: !_versions.Contains(entry.FormVersion))),
    ];

    /// <summary>A cell that a spreadsheet would take for a formula, made a text by the sign spreadsheets know for it.</summary>
    public static string Neutral(string cell) => cell.Length > 0 && cell[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠' && !IsNumber(cell) ? $"'{cell}" : cell;

    private static bool IsNumber(string cell) => decimal.TryParse(cell, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);

    /// <summary>To what was asked before in the same way, or beside it: an answer is only ever read as what it was an answer to.</summary>
    private static void Add(List<AskedField> fields, FormField field, int version)
    {
        var at = fields.FindIndex(asked => asked.Is(field));
        for (var older = 0; older < fields.Count; older++)
        {
            if (older != at && fields[older].Field.Alias == field.Alias) fields[older] = fields[older] with { IsPast = true };
        }

        if (at < 0) fields.Add(new AskedField(field, [version]));
        else fields[at] = fields[at].With(field, version);
    }
}
