using System.Collections.Immutable;
using System.Text.Json;
using Repository.Core.Forms.Kinds;

namespace Repository.Core.Forms.Designs;

/// <summary>
/// The open-government survey of 2022: its twelve questions as the facts tell them, each under its own id. Only the last group, the municipality
/// and its notice, is ours: the facts allow it as long as nobody has to answer it.
/// </summary>
public static class SurveyDesign
{
    public const string Municipality = "municipio";

    public static FormDefinition Make(JsonElement facts)
    {
        var draft = new FormDraft(facts.Told("id"));
        var questions = facts.Each("preguntas").ToDictionary(question => question.Told("id"), question => Question(draft, question), StringComparer.Ordinal);
        return new FormDefinition
        {
            Key = draft.Key,
            Alias = facts.Told("id"),
            Name = facts.Told("titulo"),
            Purpose = FormPurpose.Survey,
            Origin = "Cuestionario de 2022 del ejercicio local de gobierno abierto, con las preguntas reescritas. La pregunta sobre tu municipio es de este repositorio.",
            FolioPrefix = "EGA",
            MessageOnSubmit = "Gracias. Guardamos tus respuestas. Los resultados se publican por periodos, sin mostrar grupos de menos de cinco personas.",
            Notice = new FormNotice(
                "2022-1",
                "No te pedimos tu nombre ni tu correo. Si nos dices en qué municipio vives, solo lo usamos para contar respuestas por región; nunca se publica junto con lo que respondiste."),
            Pages =
            [
                FormDraft.Page("Lo que conoces", Sets("p01", "p02", "p03", "p04")),
                FormDraft.Page("Cómo calificas a los gobiernos", Sets("p05", "p06", "p07")),
                FormDraft.Page("Tu localidad", Sets("p08", "p09", "p10")),
                FormDraft.Page("Temas y participación", [.. Sets("p11", "p12"), Place(draft)]),
            ],
        };

        ImmutableArray<Fieldset> Sets(params string[] ids) => [.. ids.Select(id => draft.Set(id, "", questions[id]))];
    }

    private static Fieldset Place(FormDraft draft) => draft.Set(
        "lugar",
        "Para contar por región",
        draft.Field(FieldKinds.Municipality, Municipality, "¿En qué municipio vives?", help: "Puedes dejarlo en blanco."),
        draft.Field(FieldKinds.DataConsent, "aviso", "Acepto que mi municipio se use para contar respuestas por región.", required: true).When(draft.HideWhenEmpty(Municipality)));

    private static FormField[] Question(FormDraft draft, JsonElement question)
    {
        var (id, required) = (question.Told("id"), question.Says("obligatoria"));
        var asked = draft.Field(Kind(question.Told("tipo")), id, question.Told("texto"), required, question.Told("ayuda")).Set("number", question.Told("numero"));
        FormField[] own = question.Told("tipo") switch
        {
            "matriz_valoracion" => [asked.Choices(question.Options("filas")).Set(RatingMatrix.ScaleSetting, Scale(question))],
            "ordenamiento" => [asked.Choices(question.Options("opciones")).Set("positions", question.Told("posiciones"))],
            "texto_libre" => [asked with { Required = false }, .. question.Each("campos").Select(part => Part(draft, part, required))],
            _ => [asked.Choices(question.Options("opciones"))],
        };
        return [.. own, .. question.Each("condicionales").Select(follow => FollowUp(draft, follow))];
    }

    private static IFieldKind Kind(string type) => type switch
    {
        "opcion_unica" => FieldKinds.SingleChoice,
        "opcion_multiple" => FieldKinds.MultipleChoice,
        "matriz_valoracion" => FieldKinds.RatingMatrix,
        "ordenamiento" => FieldKinds.Ranking,
        "texto_libre" => FieldKinds.Heading,
        _ => throw new InvalidOperationException($"The survey has no kind of question \"{type}\"."),
    };

    private static FormField Part(FormDraft draft, JsonElement part, bool required) =>
        draft.Field(FieldKinds.LongAnswer, part.Told("id"), part.Told("etiqueta"), required && part.Told("obligatorio") != "false").Set(TextAnswer.MaximumLength, part.Told("longitud_maxima"));

    private static FormField FollowUp(FormDraft draft, JsonElement follow)
    {
        var when = follow.GetProperty("mostrar_si");
        return draft.Field(FieldKinds.ShortAnswer, follow.Told("id"), follow.Told("texto"))
            .Set(TextAnswer.MaximumLength, follow.Told("longitud_maxima"))
            .When(draft.ShowWhen(when.Told("pregunta"), when.Told("incluye")));
    }

    private static string Scale(JsonElement question) => string.Join('\n', question.Options("escala").Select(mark => $"{mark.Value}={mark.Caption}"));
}
