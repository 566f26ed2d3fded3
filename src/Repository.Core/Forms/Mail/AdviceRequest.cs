using Repository.Core.Forms.Designs;
using Repository.Core.Forms.Entries;

namespace Repository.Core.Forms.Mail;

/// <summary>Whether somebody asks those who do a practice for advice, and where these can be written to: an address the public is never shown.</summary>
public static class AdviceRequest
{
    /// <summary>The property of a practice that holds the address.</summary>
    public const string Address = "adviceEmail";

    public static bool IsIn(FormDefinition form, FormEntry entry) =>
        form.Purpose == FormPurpose.Contact && entry.Content is not null && entry.Answers.Text(ContactDesign.Motive) == ContactDesign.Advice;
}
