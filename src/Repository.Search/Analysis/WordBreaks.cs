using System.Globalization;

namespace Repository.Search.Analysis;

/// <summary>The class of every character. Fixed at Unicode 9 by a file, as in Lucene 8: the base library follows newer versions of Unicode.</summary>
internal static class WordBreaks
{
    private static readonly byte[] Basic = new byte[char.MaxValue + 1];
    private static readonly (int First, int Last, WordBreak Class)[] Supplementary;

    static WordBreaks()
    {
        var supplementary = new List<(int, int, WordBreak)>();
        foreach (var line in EmbeddedLines.Read("word-breaks.tsv"))
        {
            var parts = line.Split('\t');
            var (first, last) = (Hex(parts[0]), Hex(parts[1]));
            var kind = Enum.Parse<WordBreak>(parts[2]);
            if (first <= char.MaxValue)
                Basic.AsSpan(first, last - first + 1).Fill((byte)kind);
            else
                supplementary.Add((first, last, kind));
        }
        Supplementary = [.. supplementary];
    }

    /// <summary>By UTF-16 unit; halves of pairs are Other.</summary>
    public static ReadOnlySpan<byte> OfUnits => Basic;

    public static WordBreak OfPair(char high, char low)
    {
        var codePoint = char.ConvertToUtf32(high, low);
        var (from, to) = (0, Supplementary.Length - 1);
        while (from <= to)
        {
            var middle = (from + to) >> 1;
            var range = Supplementary[middle];
            if (codePoint < range.First)
                to = middle - 1;
            else if (codePoint > range.Last)
                from = middle + 1;
            else
                return range.Class;
        }
        return WordBreak.Other;
    }

    private static int Hex(string digits) => int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
