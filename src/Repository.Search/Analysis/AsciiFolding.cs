using System.Collections.Frozen;
using System.Globalization;

namespace Repository.Search.Analysis;

/// <summary>What Lucene's ASCIIFoldingFilter makes of characters that have an equivalent in ASCII, as a table (folding.tsv: code point, equivalent).</summary>
internal static class AsciiFolding
{
    public static FrozenDictionary<char, string> Table { get; } = Read();

    private static FrozenDictionary<char, string> Read()
    {
        using var stream = typeof(AsciiFolding).Assembly.GetManifestResourceStream(typeof(AsciiFolding), "folding.tsv")!;
        using var lines = new StreamReader(stream);
        var table = new Dictionary<char, string>();
        while (lines.ReadLine() is { } line)
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            table.Add((char)ushort.Parse(line.AsSpan(0, tab), NumberStyles.HexNumber, CultureInfo.InvariantCulture), line[(tab + 1)..]);
        }

        return table.ToFrozenDictionary();
    }
}
