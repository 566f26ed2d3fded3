using Repository.Core.Editors;
using Repository.Core.Forms.Kinds;

namespace Repository.Core.Forms.Mail;

/// <summary>Where somebody who sent an entry wants to be told that it came: the answer to a question for an e-mail address that the form means for it.</summary>
public static class Acknowledging
{
    /// <summary>The setting of a short answer that means it so.</summary>
    public const string Setting = "acknowledge";

    /// <summary>One address and nothing beside it.</summary>
    public static bool IsAddress(string text) => EmailAddressEditor.IsAddress(text);

    public static bool IsMeant(FormField field) => field.Type == FieldKinds.ShortAnswer.Id && field.Setting("fieldType") == "email" && field.Setting(Setting) == "true";

    public static string? Address(FormDefinition form, Answers answers) =>
        form.Fields().Where(IsMeant).Select(field => answers.Text(field.Alias)).FirstOrDefault(EmailAddressEditor.IsAddress);
}
