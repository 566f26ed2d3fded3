using System.Text;
using Repository.Search.Analysis;

namespace Repository.Search.Queries.Parsing;

/// <summary>Normalises what stands between the wildcards of a pattern. Wildcards and escaped characters stay as they were written.</summary>
internal static class PatternText
{
    public static string Normalize(string pattern, Analyzer analyzer)
    {
        var normal = new StringBuilder(pattern.Length);
        var literal = 0;
        for (var at = 0; at < pattern.Length;)
        {
            var kept = KeptAt(pattern, at);
            if (kept == 0)
            {
                at++;
                continue;
            }

            normal.Append(Normal(pattern[literal..at], analyzer)).Append(pattern, at, kept);
            at = literal = at + kept;
        }

        return normal.Append(Normal(pattern[literal..], analyzer)).ToString();
    }

    private static string Normal(string literal, Analyzer analyzer) => literal.Length == 0 ? literal : analyzer.Normalize(literal);

    /// <summary>The length of a wildcard or of an escape and its character; 0 where neither begins. Lucene finds them with a pattern whose dot knows no line ends.</summary>
    private static int KeptAt(string pattern, int at)
    {
        if (pattern[at] is '*' or '?') return 1;
        if (pattern[at] != '\\' || at + 1 == pattern.Length || pattern[at + 1] is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029') return 0;
        return at + 2 < pattern.Length && char.IsSurrogatePair(pattern[at + 1], pattern[at + 2]) ? 3 : 2;
    }
}
