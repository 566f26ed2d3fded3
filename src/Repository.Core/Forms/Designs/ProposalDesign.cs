using Repository.Core.Forms.Kinds;
using Repository.Core.Forms.Mail;

namespace Repository.Core.Forms.Designs;

/// <summary>How a community tells of a practice of its own: short, by writing or by voice.</summary>
public static class ProposalDesign
{
    public static FormDefinition Make()
    {
        var draft = new FormDraft("propuesta-de-practica");
        return new FormDefinition
        {
            Key = draft.Key,
            Alias = "propuesta-de-practica",
            Name = "Cuéntanos una práctica de tu comunidad",
            Purpose = FormPurpose.Proposal,
            Origin = "Formulario de este repositorio.",
            FolioPrefix = "PRO",
            DraftDays = 30,
            RetentionDays = 1095,
            SubmitLabel = "Enviar la propuesta",
            MessageOnSubmit = "Gracias. Recibimos tu propuesta. Nada se publica todavía: primero la revisamos contigo.",
            Notice = new FormNotice("2026-1", "Tu nombre, correo y teléfono solo se usan para hablar contigo sobre esta práctica y no se publican. Puedes pedir que se borre lo que enviaste."),
            Pages = [FormDraft.Page("La práctica", Practice(draft), Voice(draft), Pictures(draft)), FormDraft.Page("Cómo te encontramos", Person(draft), Consent(draft))],
        };
    }

    private static Fieldset Practice(FormDraft draft) => draft.Set(
        "practica",
        "",
        draft.Field(FieldKinds.ShortAnswer, "titulo", "¿Cómo le dicen a lo que hacen?", required: true, "Por ejemplo: tequio para cuidar el manantial.").Set(TextAnswer.MaximumLength, "150"),
        draft.Field(FieldKinds.Municipality, "municipio", "¿En qué municipio se hace?", required: true),
        draft.Field(FieldKinds.ShortAnswer, "localidad", "¿En qué localidad, agencia o barrio?").Set(TextAnswer.MaximumLength, "150"),
        draft.Field(FieldKinds.SingleChoice, "modo", "¿Cómo prefieres contarla?", required: true).Choices(new PreValue("escrita", "Por escrito"), new PreValue("voz", "Con una nota de voz")));

    private static Fieldset Voice(FormDraft draft) => draft.Set(
        "relato",
        "",
        draft.Field(FieldKinds.LongAnswer, "relato", "¿Qué hacen y cómo lo hacen?", required: true, "Cuenta quién participa, cuándo y qué ha cambiado. No hace falta que sea largo.")
            .Set(TextAnswer.MaximumLength, "4000").When(draft.ShowWhen("modo", "escrita")),
        draft.Field(FieldKinds.FileUpload, "nota_de_voz", "Nota de voz", required: true, "Puedes hablar en tu lengua.")
            .Files(3, 20, "mp3", "m4a", "aac", "ogg", "opus", "wav", "amr").When(draft.ShowWhen("modo", "voz")),
        draft.Field(FieldKinds.ShortAnswer, "lengua", "¿En qué lengua está la nota?").Set(TextAnswer.MaximumLength, "80").When(draft.ShowWhen("modo", "voz")));

    private static Fieldset Pictures(FormDraft draft) => draft.Set(
        "fotos",
        "",
        draft.Field(FieldKinds.FileUpload, "fotos", "Fotos", help: "Solo si las personas que aparecen están de acuerdo.").Files(5, 15, "jpg", "jpeg", "png", "webp"));

    private static Fieldset Person(FormDraft draft) => draft.Set(
        "persona",
        "",
        draft.Field(FieldKinds.ShortAnswer, "nombre", "Tu nombre").Set(TextAnswer.MaximumLength, "120"),
        draft.Field(FieldKinds.SingleChoice, "relacion", "¿Qué tienes que ver con la práctica?", required: true).Choices(
            new PreValue("participo", "Participo en ella"),
            new PreValue("autoridad", "Soy autoridad o tengo un cargo"),
            new PreValue("acompano", "La acompaño desde una organización"),
            new PreValue("conozco", "La conozco")),
        draft.Field(FieldKinds.ShortAnswer, "correo", "Correo electrónico").Set("fieldType", "email").Set(Acknowledging.Setting, "true"),
        draft.Field(FieldKinds.ShortAnswer, "telefono", "Teléfono", help: "Deja el correo o el teléfono para que podamos hablar contigo.").Set("fieldType", "tel"));

    private static Fieldset Consent(FormDraft draft) => draft.Set(
        "consentimiento",
        "",
        draft.Field(FieldKinds.SingleChoice, "acuerdo", "¿La comunidad sabe que la propones?", required: true).Choices(
            new PreValue("asamblea", "Sí, se acordó en asamblea"), new PreValue("autoridad", "Sí, lo sabe la autoridad"), new PreValue("todavia-no", "Todavía no")),
        draft.Field(FieldKinds.DataConsent, "aviso", "Leí el aviso de privacidad y estoy de acuerdo.", required: true));
}
