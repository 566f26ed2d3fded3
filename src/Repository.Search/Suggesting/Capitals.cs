namespace Repository.Search.Suggesting;

/// <summary>Writes a word with the capitals of the one it replaces.</summary>
internal static class Capitals
{
    public static string Like(string typed, string better)
    {
        var letters = typed.Where(char.IsLetter).ToList();
        if (letters.Count > 1 && letters.TrueForAll(char.IsUpper) && better.ToUpperInvariant() is var all && all is not ("AND" or "OR" or "NOT")) return all;
        return letters is [var first, ..] && char.IsUpper(first) ? char.ToUpperInvariant(better[0]) + better[1..] : better;
    }
}
