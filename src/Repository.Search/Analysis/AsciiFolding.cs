using System.Globalization;

namespace Repository.Search.Analysis;

/// <summary>Replaces each character that has an ASCII equivalent, by Lucene's table of that name: é by e, ß by ss, « by a quotation mark.</summary>
internal static class AsciiFolding
{
    /// <summary>No character becomes longer than this: ⒇ is (20).</summary>
    public const int MaxExpansion = 4;

    /// <summary>Stands for "several characters" in the table.</summary>
    private const char Several = '\0';

    private static readonly char[] Single = [.. Enumerable.Range(0, char.MaxValue + 1).Select(c => (char)c)];
    private static readonly Dictionary<char, string> Expansions = [];

    static AsciiFolding()
    {
        foreach (var line in EmbeddedLines.Read("folding.tsv"))
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            var from = (char)int.Parse(line.AsSpan(0, tab), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            var to = line[(tab + 1)..];
            Single[from] = to.Length == 1 ? to[0] : Several;
            if (to.Length > 1)
                Expansions.Add(from, to);
        }
    }

    /// <param name="target">Long enough for every character of the source to expand.</param>
    /// <returns>The length of what was written.</returns>
    public static int Copy(ReadOnlySpan<char> source, Span<char> target)
    {
        ReadOnlySpan<char> single = Single;
        var length = 0;
        foreach (var c in source)
        {
            var folded = single[c];
            if (folded != Several || c == Several)
                target[length++] = folded;
            else
                length += Expand(c, target[length..]);
        }
        return length;
    }

    private static int Expand(char c, Span<char> target)
    {
        var expansion = Expansions[c];
        expansion.CopyTo(target);
        return expansion.Length;
    }
}
