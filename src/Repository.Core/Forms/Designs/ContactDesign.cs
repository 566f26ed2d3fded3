using Repository.Core.Forms.Kinds;
using Repository.Core.Forms.Mail;

namespace Repository.Core.Forms.Designs;

/// <summary>What people write to a practice: for advice, about an error, or to have it corrected or withdrawn.</summary>
public static class ContactDesign
{
    /// <summary>The question why somebody writes.</summary>
    public const string Motive = "motivo";

    /// <summary>The answer of whoever wants advice from those who do the practice.</summary>
    public const string Advice = "asesoria";

    public static FormDefinition Make()
    {
        var draft = new FormDraft("contacto");
        return new FormDefinition
        {
            Key = draft.Key,
            Alias = "contacto",
            Name = "Escribe sobre esta práctica",
            Purpose = FormPurpose.Contact,
            Origin = "Formulario de este repositorio.",
            FolioPrefix = "CON",
            RetentionDays = 365,
            SubmitLabel = "Enviar el mensaje",
            MessageOnSubmit = "Recibimos tu mensaje. Guarda el folio para preguntar por él.",
            Notice = new FormNotice(
                "2026-1",
                "Tu nombre y tu correo solo se usan para atender este mensaje. Si pides asesoría, se los pasamos a quienes cuidan la práctica; sus datos no se muestran."),
            Pages = [FormDraft.Page("", Reason(draft), AskingAdvice(draft), Flaw(draft), Withdrawal(draft), Message(draft))],
        };
    }

    private static Fieldset Reason(FormDraft draft) => draft.Set(
        "motivo",
        "",
        draft.Field(FieldKinds.SingleChoice, Motive, "¿Qué necesitas?", required: true).Choices(
            new PreValue(Advice, "Pedir asesoría a quienes la hacen"),
            new PreValue("error", "Avisar de un error"),
            new PreValue("correccion", "Pedir una corrección"),
            new PreValue("retiro", "Pedir que se retire")));

    private static Fieldset AskingAdvice(FormDraft draft) => draft.Set(
        "asesoria",
        "",
        draft.Field(FieldKinds.ShortAnswer, "nombre", "Tu nombre", required: true).Set(TextAnswer.MaximumLength, "120"),
        draft.Field(FieldKinds.ShortAnswer, "correo", "Correo electrónico", required: true, "A este correo llega la respuesta.").Set("fieldType", "email").Set(Acknowledging.Setting, "true"),
        draft.Field(FieldKinds.Municipality, "municipio", "¿De qué municipio escribes?")).When(draft.ShowWhen(Motive, Advice));

    private static Fieldset Flaw(FormDraft draft) => draft.Set(
        "error",
        "",
        draft.Field(FieldKinds.ShortAnswer, "donde", "¿En qué parte de la página está el error?").Set(TextAnswer.MaximumLength, "200"),
        draft.Field(FieldKinds.ShortAnswer, "correo_aviso", "Correo electrónico, si quieres que te avisemos").Set("fieldType", "email").Set(Acknowledging.Setting, "true")).When(draft.ShowWhen(Motive, "error"));

    private static Fieldset Withdrawal(FormDraft draft) => draft.Set(
        "titularidad",
        "",
        draft.Field(FieldKinds.ShortAnswer, "quien", "¿En nombre de quién escribes?", required: true, "Por ejemplo: la asamblea, el comité o una persona que aparece.")
            .Set(TextAnswer.MaximumLength, "200"),
        draft.Field(FieldKinds.ShortAnswer, "contacto", "Correo electrónico", required: true).Set("fieldType", "email").Set(Acknowledging.Setting, "true"),
        draft.Field(FieldKinds.FileUpload, "soporte", "Acta u otro documento, si lo tienes").Files(3, 10, "pdf", "jpg", "jpeg", "png")).When(draft.ShowWhen(Motive, "correccion", "retiro"));

    private static Fieldset Message(FormDraft draft) => draft.Set(
        "mensaje",
        "",
        draft.Field(FieldKinds.LongAnswer, "mensaje", "Tu mensaje", required: true).Set(TextAnswer.MaximumLength, "3000"),
        draft.Field(FieldKinds.DataConsent, "aviso", "Leí el aviso de privacidad y estoy de acuerdo.", required: true));
}
