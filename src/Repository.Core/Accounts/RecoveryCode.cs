namespace Repository.Core.Accounts;

/// <summary>Ten codes to keep on paper; each stands in for the second factor once.</summary>
public static class RecoveryCode
{
    public const int Count = 10;

    private const int Groups = 4;

    public static IReadOnlyList<string> NewSet() => [.. Enumerable.Range(0, Count).Select(_ => SecretToken.Typed(Groups))];

    /// <summary>However it was typed: with or without dashes and blanks, in capitals.</summary>
    public static string Hash(string code) => SecretToken.Hash(string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant());
}
