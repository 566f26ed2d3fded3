using Repository.Core.Editors;
using Repository.Core.Editors.RichText;

namespace Repository.Core.Forms;

/// <summary>The message after sending, where its author wrote markup: what is shown of it is cleaned as all rich text is, whoever wrote it and wherever it comes from.</summary>
public static class SubmitMessage
{
    public static RichTextValue Read(FormDefinition form) => new(RichTextDelivery.From(MarkupSanitiser.Clean(form.MessageOnSubmit)), []);

    /// <summary>The message as programs are given it: safe markup, or the text as it is.</summary>
    public static string Write(FormDefinition form) => form.MessageOnSubmitIsHtml ? Clean(form.MessageOnSubmit) : form.MessageOnSubmit;

    public static string Clean(string markup) => RichTextMarkup.Write(MarkupSanitiser.Clean(markup));
}
