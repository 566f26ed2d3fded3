using System.Collections.Immutable;
using Repository.Core.Forms;
using Repository.Core.Forms.Designs;

namespace Repository.Web.Seed;

/// <summary>The forms that come with the seed, and the pages on which people find them.</summary>
internal static class SeedForms
{
    public const string Survey = "formulario-gobierno-abierto-2022";
    public const string Application = "convocatoria-tp-2022";
    public const string Proposal = "propuesta-de-practica";
    public const string Contact = "contacto";

    public static ImmutableArray<FormDefinition> Made(Facts facts) =>
    [
        SurveyDesign.Make(facts.Document(Survey).Json),
        ApplicationDesign.Make(facts.Document(Application).Json, file => Options(facts, file)),
        ProposalDesign.Make(),
        ContactDesign.Make(),
    ];

    public static void Add(SeedBed bed)
    {
        Page(bed, "survey", "Encuesta de gobierno abierto", "encuesta", Survey,
            "Doce preguntas sobre lo que sabes y esperas de tu gobierno. No pedimos tu nombre.",
            "<p>Es el cuestionario de 2022 del ejercicio local de gobierno abierto, con las preguntas reescritas para leerse mejor. Toma unos diez minutos.</p>");
        Page(bed, "proposal", "Cuéntanos una práctica", "propuesta", Proposal,
            "Si en tu comunidad hacen algo que otras podrían retomar, cuéntalo por escrito o con una nota de voz.",
            "<p>Nada se publica sin que lo revisemos contigo. Al terminar te damos un folio y un enlace privado para saber en qué va.</p>");
        Page(bed, "contact", "Escríbenos", "contacto", Contact,
            "Pide consejo a quienes llevan una práctica, avisa de un error o pide que se corrija o se retire algo.",
            "<p>Hacemos llegar tu mensaje a quien corresponde. Las direcciones de las personas nunca se muestran.</p>");
        Page(bed, "application", "Postular una práctica de transparencia proactiva", "postulacion", Application,
            "El formulario con que un sujeto obligado presenta su práctica a la convocatoria. Es una propuesta de este repositorio, no el formulario oficial.",
            "<p>Puedes guardar lo que llevas y seguir después con un enlace privado. La convocatoria de 2022 ya cerró: el formulario queda como ejemplo y no recibe postulaciones.</p>");
    }

    private static void Page(SeedBed bed, string name, string title, string segment, string form, string summary, string intro) =>
        bed.Add($"form-page/{name}", "formPage", SeedKeys.Section("participation"), title).With(sheet => sheet
            .Text("umbracoUrlName", segment)
            .Text("summary", summary)
            .Rich("intro", intro)
            .Text("form", SeedKeys.Form(form).ToString()));

    /// <summary>The options of a table, by the column the call names and the one people read.</summary>
    private static IEnumerable<PreValue> Options(Facts facts, string file)
    {
        var rows = facts.Table(Path.GetFileNameWithoutExtension(file));
        return file == "ods-metas.csv"
            ? rows.Select(row => new PreValue(row["codigo"], $"{row["codigo"]} {row["sintesis"]}"))
            : rows.Select(row => new PreValue(row["id"], row["nombre"]));
    }
}
