using System.Net.Mail;

namespace Repository.Core.Accounts;

/// <summary>By their e-mail people say who they are. It is compared without regard to case, as everybody expects, and kept that way.</summary>
public static class EmailAddress
{
    private const int Longest = 254;

    /// <summary>Null for what is no address.</summary>
    public static string? Parse(string text)
    {
        var email = Normal(text);
        return email.Length <= Longest && MailAddress.TryCreate(email, out var parsed) && parsed.Address == email && !email.Any(char.IsWhiteSpace) && !email.Any(char.IsControl) ? email : null;
    }

    public static string Normal(string text) => text.Trim().ToLowerInvariant();
}
