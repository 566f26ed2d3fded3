using System.Text.Json;
using Repository.Core.Content;
using Repository.Core.Forms.Kinds;
using Repository.Core.Forms.Mail;

namespace Repository.Core.Forms.Designs;

/// <summary>The application for the call of 2022: our own proposal, because the official form is not in the sources; the form says so.</summary>
public static class ApplicationDesign
{
    private const int TableRows = 3;

    /// <param name="catalogue">The options of a catalogue the facts name, such as <c>principios.csv</c>.</param>
    public static FormDefinition Make(JsonElement facts, Func<string, IEnumerable<PreValue>> catalogue)
    {
        var draft = new FormDraft(facts.Told("id"));
        var proposal = facts.GetProperty("formulario_propuesto");
        return new FormDefinition
        {
            Key = draft.Key,
            Alias = facts.Told("id"),
            Name = "Postulación de una práctica de transparencia proactiva",
            Purpose = FormPurpose.Application,
            Origin = proposal.Told("descripcion"),
            FolioPrefix = "PTP",
            DraftDays = 60,
            RetentionDays = 1826,
            MessageOnSubmit = "Recibimos tu postulación. Guarda el folio y el enlace privado: con él sabrás en qué va.",
            Notice = new FormNotice(
                "2022-1",
                "El correo de contacto solo se usa para avisarte de tu postulación y no se publica. Los anexos se ven durante la evaluación; la ficha de la práctica se publica solo si lo aceptas."),
            Pages = [.. proposal.Each("secciones").Select(section => FormDraft.Page(section.Told("titulo"), [.. Sets(draft, section, catalogue)]))],
        };
    }

    /// <summary>A table is asked as groups of short answers side by side, one group for each row; the rest of a section stays together.</summary>
    private static IEnumerable<Fieldset> Sets(FormDraft draft, JsonElement section, Func<string, IEnumerable<PreValue>> catalogue)
    {
        var together = new List<FormField>();
        var number = 0;
        foreach (var field in section.Each("campos"))
        {
            if (field.Told("tipo") != "tabla")
            {
                together.Add(Field(draft, field, catalogue));
                continue;
            }

            if (together.Count > 0) yield return Flush();
            foreach (var row in Enumerable.Range(1, TableRows)) yield return Row(draft, field, row);
        }

        if (together.Count > 0) yield return Flush();

        Fieldset Flush()
        {
            var set = draft.Set($"{section.Told("id")}{++number}", "", [.. together]);
            together.Clear();
            return set;
        }
    }

    private static Fieldset Row(FormDraft draft, JsonElement table, int row)
    {
        FormField[] cells =
        [
            .. table.Each("columnas").Select(column => column.GetString()!).Select((column, index) =>
                draft.Field(FieldKinds.ShortAnswer, $"{table.Told("id")}_{row}_{index + 1}", column, row == 1 && table.Says("obligatorio")).Set(TextAnswer.MaximumLength, "200")),
        ];
        return draft.Side($"{table.Told("id")}{row}", $"{table.Told("etiqueta")} · {row}", cells);
    }

    private static FormField Field(FormDraft draft, JsonElement field, Func<string, IEnumerable<PreValue>> catalogue)
    {
        var named = field.Told("catalogo");
        var asked = draft.Field(Kind(field), field.Told("id"), field.Told("etiqueta"), field.Says("obligatorio"));
        asked = field.Told("tipo") switch
        {
            "texto_corto" or "texto_largo" => asked.Set(TextAnswer.MaximumLength, field.Told("longitud_maxima")),
            "correo" => asked.Set("fieldType", "email").Set(Acknowledging.Setting, "true"),
            "url" => asked.Set("fieldType", "url").Set(TextAnswer.MaximumLength, "500"),
            "mes" => asked.Set("precision", "month"),
            "archivo" or "archivos" => asked.Files(
                field.Told("maximo") is { Length: > 0 } most ? int.Parse(most, System.Globalization.CultureInfo.InvariantCulture) : 1,
                field.GetProperty("tamanio_maximo_mb").GetInt32(),
                [.. field.Each("formatos").Select(format => format.GetString()!)]),
            _ => asked,
        };
        if (asked.Type == FieldKinds.Municipality.Id) return asked;
        return named.Length > 0 ? asked.Choices(catalogue(named)) : asked.Choices(field.Each("opciones").Select(option => Option(option.GetString()!)));
    }

    private static IFieldKind Kind(JsonElement field) => (field.Told("tipo"), field.Told("catalogo")) switch
    {
        (_, "municipios-oaxaca.csv") => FieldKinds.Municipality,
        ("texto_corto" or "correo" or "url", _) => FieldKinds.ShortAnswer,
        ("texto_largo", _) => FieldKinds.LongAnswer,
        ("lista", _) => FieldKinds.Dropdown,
        ("casillas" or "lista_multiple", _) => FieldKinds.MultipleChoice,
        ("mes", _) => FieldKinds.Date,
        ("archivo" or "archivos", _) => FieldKinds.FileUpload,
        ("casilla", _) => FieldKinds.DataConsent,
        var (type, _) => throw new InvalidOperationException($"The application has no kind of field \"{type}\"."),
    };

    private static PreValue Option(string caption) => new(UrlSegment.From(caption), caption);
}
