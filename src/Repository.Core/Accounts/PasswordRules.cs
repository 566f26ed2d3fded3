namespace Repository.Core.Accounts;

/// <summary>
/// Length, and nothing that is guessed first (NIST SP 800-63B): rules about kinds of letters make people write the same few things. Whoever has a list of common passwords lends it.
/// </summary>
public sealed class PasswordRules(Func<string, bool> isCommon)
{
    public const int Shortest = 12;
    public const int Longest = 256;

    /// <summary>So short a piece repeated is no password, however often.</summary>
    private const int ShortestPiece = 4;

    public AccountProblem? Check(string password, string email, string name)
    {
        if (password.Length < Shortest) return AccountProblem.PasswordTooShort;
        if (password.Length > Longest) return AccountProblem.PasswordTooLong;
        var lower = password.ToLowerInvariant();
        if (IsCommon(lower)) return AccountProblem.PasswordCommon;
        return IsOwn(lower, email, name) ? AccountProblem.PasswordIsYou : null;
    }

    /// <summary>A word of the list, also when it is only repeated, or has digits and signs around it.</summary>
    private bool IsCommon(string password)
    {
        var piece = Piece(password);
        return piece.Length < ShortestPiece || isCommon(password) || isCommon(piece) || isCommon(Core(password));
    }

    private static bool IsOwn(string password, string email, string name)
    {
        string[] own = [email, email.Split('@')[0], name, name.Replace(" ", "", StringComparison.Ordinal)];
        var core = Core(password);
        return own.Select(text => text.ToLowerInvariant()).Any(text => text.Length > 0 && (password == text || core == text || core == Core(text)));
    }

    /// <summary>The shortest text that gives this one when it is repeated.</summary>
    private static string Piece(string text)
    {
        var length = (text + text).IndexOf(text, 1, StringComparison.Ordinal);
        return text[..length];
    }

    private static string Core(string text)
    {
        var (start, end) = (0, text.Length);
        while (start < end && !char.IsLetter(text[start])) start++;
        while (end > start && !char.IsLetter(text[end - 1])) end--;
        return text[start..end];
    }
}
