using System.Buffers;
using System.Text;

namespace Repository.Core.Editors;

/// <summary>Text as it may be stored: lines end with a line feed, and characters that an XML file cannot carry are gone.</summary>
internal static class StoredText
{
    /// <summary>Longer texts are refused before any editor looks at them.</summary>
    public const int MaxLength = 4_000_000;

    private static readonly SearchValues<char> Suspects = SearchValues.Create(
        string.Concat(Enumerable.Range(0, char.MaxValue + 1).Select(code => (char)code).Where(IsSuspect)));

    public static string Clean(string text)
    {
        var first = text.AsSpan().IndexOfAny(Suspects);
        if (first < 0) return text;
        var clean = new StringBuilder(text, 0, first, text.Length);
        for (var index = first; index < text.Length; index++)
        {
            if (index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1])) clean.Append(text[index]).Append(text[++index]);
            else if (text[index] == '\r') clean.Append(index + 1 < text.Length && text[index + 1] == '\n' ? "" : "\n");
            else if (!IsSuspect(text[index])) clean.Append(text[index]);
        }

        return clean.ToString();
    }

    private static bool IsSuspect(char letter) => (letter < ' ' && letter is not ('\t' or '\n')) || char.IsSurrogate(letter) || letter >= '\uFFFE';
}
