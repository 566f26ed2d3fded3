using Repository.Core.Text;

namespace Repository.Core.Drafts;

/// <summary>Finds names by the beginnings of their words, whatever the accents and capitals.</summary>
public static class DraftSearch
{
    /// <summary>Every word with a blank before it.</summary>
    internal static string Folded(string text) => string.Concat(Words.Of(text).Select(word => $" {word}"));

    /// <summary>Does every word that is looked for begin a word of the name?</summary>
    public static Func<DraftEntry, bool> For(string text)
    {
        string[] wanted = [.. Words.Of(text).Distinct().Select(word => $" {word}")];
        return entry => Array.TrueForAll(wanted, word => entry.Sought.Contains(word, StringComparison.Ordinal));
    }
}
