namespace Repository.Core.Accounts;

/// <summary>How somebody is called at the desk.</summary>
public static class AccountName
{
    public const int Longest = 100;

    /// <summary>Null for what is no name.</summary>
    public static string? Parse(string text)
    {
        var name = text.Trim();
        return name.Length is > 0 and <= Longest && !name.Any(char.IsControl) ? name : null;
    }
}
