using System.Collections.Immutable;
using Repository.Core.Forms;
using Repository.Core.Forms.Kinds;

namespace Repository.Specs.Forms;

/// <summary>A form with a field of every kind on three pages, and conditions that ask fields which themselves have conditions.</summary>
internal static class EveryKindForm
{
    public static readonly Guid Key = new("b0000000-0000-4000-8000-000000000001");

    public static FormDefinition Definition { get; } = new()
    {
        Key = Key,
        Alias = "de-todo",
        Name = "De todo un poco",
        FolioPrefix = "TODO",
        DraftDays = 10,
        RetentionDays = 30,
        MessageOnSubmit = "Gracias por probar.",
        Notice = new FormNotice("2026-7", "Esto es una prueba.\nNo guardes secretos."),
        Pages =
        [
            new FormPage("Quién", null,
            [
                Set(1, null,
                    Field("nombre", FieldKinds.ShortAnswer, required: true) with { Settings = Settings(("maximumLength", "40")) },
                    Field("correo", FieldKinds.ShortAnswer) with { Settings = Settings(("fieldType", "email")) },
                    Field("edad", FieldKinds.ShortAnswer) with { Settings = Settings(("fieldType", "number")) },
                    Field("codigo", FieldKinds.ShortAnswer) with { Pattern = "[A-Z]{3}[0-9]{2}", PatternInvalidErrorMessage = "El código lleva tres letras y dos cifras." }),
                Set(2, null,
                    Choice("tiene", FieldKinds.SingleChoice, true, "si", "no", "otro"),
                    Field("cual", FieldKinds.ShortAnswer, required: true) with { Condition = When("tiene", ConditionOperator.Is, "si") },
                    Field("detalle", FieldKinds.LongAnswer) with { Condition = When("cual", ConditionOperator.Contains, "agua") }),
                Set(3, When("edad", ConditionOperator.GreaterThen, "17"), Field("permiso", FieldKinds.Checkbox, required: true)),
            ]),
            new FormPage("Qué", When("tiene", ConditionOperator.IsNot, "no"),
            [
                Set(4, null,
                    Choice("temas", FieldKinds.MultipleChoice, false, "agua", "bosque", "fiesta"),
                    Choice("prioridad", FieldKinds.Dropdown, false, "alta", "baja"),
                    Choice("varias", FieldKinds.Dropdown, false, "uno", "dos", "tres") with { Settings = Settings(("allowMultipleSelections", "true")) },
                    Field("fecha", FieldKinds.Date) with { Settings = Settings(("minimum", "2020-01-01")) },
                    Field("mes", FieldKinds.Date) with { Settings = Settings(("precision", "month")) },
                    Field("municipio", FieldKinds.Municipality)),
                Set(5, When("temas", ConditionOperator.Is, "agua"),
                    Choice("califica", FieldKinds.RatingMatrix, true, "claridad", "trato") with { Settings = Settings(("scale", "1=Mal\n2=Regular\n3=Bien")) },
                    Choice("orden", FieldKinds.Ranking, false, "a", "b", "c") with { Settings = Settings(("positions", "2")) }),
                Set(6, null, Field("archivos", FieldKinds.FileUpload) with { Uploads = new FileUploadOptions(false, ["pdf", "png", "txt"], true) { MaxFiles = 2, MaxBytes = 1024 * 1024 } }),
                Set(8, null,
                    Asked("si_bosque", When("temas", ConditionOperator.Is, "bosque")),
                    Asked("si_varias", When("varias", ConditionOperator.Contains, "O")),
                    Asked("si_fecha", When("fecha", ConditionOperator.GreaterThen, "2024-02-28")),
                    Asked("si_mes", When("mes", ConditionOperator.LessThen, "2024-03")),
                    Asked("si_lugar", When("municipio", ConditionOperator.StartsWith, "20")),
                    Asked("si_matriz", When("califica", ConditionOperator.Is, "claridad=1")),
                    Asked("si_orden", When("orden", ConditionOperator.Is, "b")),
                    Asked("si_archivo", When("archivos", ConditionOperator.EndsWith, ".PDF"))),
            ]),
            new FormPage("Acuerdo", null,
            [
                Set(9, When("nombre", ConditionOperator.IsNot, "nadie"),
                    Asked("si_casilla", When("permiso", ConditionOperator.Is, "on")),
                    Asked("si_no_casilla", When("permiso", ConditionOperator.Is, "on") with { Action = ConditionAction.Hide }),
                    Asked("si_edad", new FieldCondition(ConditionAction.Show, ConditionLogic.All, [Rule("edad", ConditionOperator.GreaterThen, "17.5"), Rule("edad", ConditionOperator.LessThen, "65")])),
                    Asked("si_dieciocho", When("edad", ConditionOperator.Is, "18")),
                    Asked("si_nada", When("correo", ConditionOperator.Is, "")),
                    Asked("si_acento", When("cual", ConditionOperator.Contains, "café")),
                    Asked("si_mes_antes", When("mes", ConditionOperator.LessThen, "2024-03")),
                    Asked("si_cadena", When("detalle", ConditionOperator.EndsWith, "fin")),
                    Asked("si_eslabon", When("si_cadena", ConditionOperator.IsNot, "")),
                    Asked("si_alguna", new FieldCondition(ConditionAction.Show, ConditionLogic.Any, [Rule("si_bosque", ConditionOperator.Is, "x"), Rule("si_eslabon", ConditionOperator.Is, "x")])),
                    Field("sitio", FieldKinds.ShortAnswer) with { Settings = Settings(("fieldType", "url")) },
                    Field("telefono", FieldKinds.ShortAnswer) with { Settings = Settings(("fieldType", "tel")) }),
                Set(7, null, Field("titulo", FieldKinds.Heading), Field("aviso", FieldKinds.DataConsent, required: true)),
            ]),
        ],
    };

    public static Form Form { get; } = Compiled(Definition);

    public static Form Compiled(FormDefinition definition) => Form.Compile(definition) switch
    {
        FormCompilation.Built built => built.Form,
        FormCompilation.Refused refused => throw new InvalidOperationException(string.Join('\n', refused.Problems)),
        _ => throw new InvalidOperationException(),
    };

    public static FormField Field(string alias, IFieldKind kind, bool required = false) =>
        new() { Id = IdOf(alias), Alias = alias, Caption = $"Pregunta {alias}", Type = kind.Id, Required = required };

    public static Fieldset Set(int number, FieldCondition? condition, params ReadOnlySpan<FormField> fields) =>
        new(new Guid(number, 7, 7, [1, 2, 3, 4, 5, 6, 7, 8]), "", condition, [new FieldColumn("", 0, [.. fields])]);

    private static FormField Choice(string alias, IFieldKind kind, bool required, params ReadOnlySpan<string> options)
    {
        var field = Field(alias, kind, required);
        foreach (var option in options) field = field with { PreValues = field.PreValues.Add(new PreValue(option, option.ToUpperInvariant())) };
        return field;
    }

    /// <summary>A question that an answer calls up and nobody has to answer.</summary>
    private static FormField Asked(string alias, FieldCondition when) => Field(alias, FieldKinds.ShortAnswer) with { Condition = when };

    private static FieldCondition When(string alias, ConditionOperator comparison, string value) => new(ConditionAction.Show, ConditionLogic.All, [Rule(alias, comparison, value)]);

    private static ConditionRule Rule(string alias, ConditionOperator comparison, string value) => new(IdOf(alias), comparison, value);

    private static ImmutableSortedDictionary<string, string> Settings(params ReadOnlySpan<(string Name, string Value)> settings)
    {
        var made = ImmutableSortedDictionary<string, string>.Empty;
        foreach (var (name, value) in settings) made = made.Add(name, value);
        return made;
    }

    private static Guid IdOf(string alias)
    {
        var bytes = new byte[16];
        System.Text.Encoding.ASCII.GetBytes(alias.PadRight(16, '0'), bytes);
        return new Guid(bytes);
    }
}
