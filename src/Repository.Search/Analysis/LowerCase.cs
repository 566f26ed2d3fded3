using System.Text;

namespace Repository.Search.Analysis;

/// <summary>Lower case, one code point at a time and by no culture; no text changes its length.</summary>
internal static class LowerCase
{
    private static readonly char[] Lower = Table();

    /// <param name="target">As long as the source, or longer.</param>
    public static void Copy(ReadOnlySpan<char> source, Span<char> target)
    {
        ReadOnlySpan<char> lower = Lower;
        for (var i = 0; i < source.Length; i++)
        {
            target[i] = lower[source[i]];
            if (char.IsLowSurrogate(source[i]) && i > 0 && char.IsHighSurrogate(source[i - 1]))
                Rune.ToLowerInvariant(new Rune(source[i - 1], source[i])).EncodeToUtf16(target[(i - 1)..]);
        }
    }

    private static char[] Table()
    {
        var table = new char[char.MaxValue + 1];
        for (var c = 0; c < table.Length; c++)
            table[c] = char.ToLowerInvariant((char)c);
        // Left alone by the base library, but i by the rule for single characters, in Unicode and in Java.
        table['İ'] = 'i';
        return table;
    }
}
