using System.Text;

namespace Repository.Web.Media.Texts;

/// <summary>
/// What search is told of a file's text: its beginning as it stands, and of what follows each further word once. So a long book is found by any of its
/// words, by phrases in its first part, and to index it takes no longer than a few pages do: whoever publishes waits for that.
/// </summary>
internal static class FileWords
{
    /// <summary>About twenty-five pages.</summary>
    public const int MostInOrder = 60_000;

    private const int MostLetters = 110_000;
    private const int LongestWord = 60;

    /// <summary>No text that was gathered has one.</summary>
    private const char End = '\f';

    public static string Of(string text)
    {
        if (text.Length <= MostInOrder) return text;
        var start = Start(text);
        var words = new StringBuilder(text, 0, start, MostLetters);
        var met = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var known = met.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var word in Words(text, 0, start)) known.Add(text.AsSpan(word));
        words.Append(End);
        foreach (var word in Words(text, start, text.Length))
        {
            if (!known.Add(text.AsSpan(word))) continue;
            if (words.Length > MostLetters) break;
            words.Append(text.AsSpan(word)).Append(' ');
        }

        return words.ToString();
    }

    /// <summary>What of it stands in order, and can be shown.</summary>
    public static string InOrder(string words) => words.IndexOf(End, StringComparison.Ordinal) is >= 0 and var end ? words[..end] : words;

    /// <summary>Up to the end of a word.</summary>
    private static int Start(string text)
    {
        var end = MostInOrder;
        while (end > MostInOrder - LongestWord && !char.IsWhiteSpace(text[end])) end--;
        return end;
    }

    private static IEnumerable<Range> Words(string text, int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (!IsOfWord(text[at])) continue;
            var start = at;
            while (at < to && IsOfWord(text[at])) at++;
            if (at - start <= LongestWord) yield return start..at;
        }
    }

    /// <summary>Marks belong to the letter before them, halves to their character; all else is the analyzer's to say.</summary>
    private static bool IsOfWord(char letter) => char.IsLetterOrDigit(letter) || char.IsSurrogate(letter) || char.GetUnicodeCategory(letter) is System.Globalization.UnicodeCategory.NonSpacingMark
        || letter is '\'' or '\u2019' or '\uA78C';
}
