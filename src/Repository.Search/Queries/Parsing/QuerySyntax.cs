using System.Buffers;
using System.Globalization;
using System.Text;

namespace Repository.Search.Queries.Parsing;

/// <summary>Which characters mean something in a query, and how to write them so that they mean themselves (Lucene 8.8.1, classic syntax).</summary>
public static class QuerySyntax
{
    private const string WhiteSpace = " \t\n\r\u3000";
    private static readonly SearchValues<char> WhiteSpaces = SearchValues.Create(WhiteSpace);
    private static readonly SearchValues<char> NoWordStart = SearchValues.Create(WhiteSpace + "+-!():^[]\"{}~*?\\/");
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");
    private static readonly SearchValues<char> Escaped = SearchValues.Create("\\+-!():^[]\"{}~*?|&/");

    /// <summary>The same text with every special character taken literally; <c>AND</c>, <c>OR</c> and <c>NOT</c> become plain words.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        for (var at = 0; at < text.Length; at++)
        {
            if (Escaped.Contains(text[at]) || OperatorBegins(text, at)) escaped.Append('\\');
            escaped.Append(text[at]);
        }

        return escaped.ToString();
    }

    internal static bool IsWhiteSpace(char character) => WhiteSpaces.Contains(character);

    internal static bool StartsWord(char character) => !NoWordStart.Contains(character);

    internal static bool ContinuesWord(char character) => StartsWord(character) || character is '+' or '-';

    /// <summary>Takes the escapes out; null when one of them is not whole.</summary>
    internal static string? Unescape(string text)
    {
        if (!text.Contains('\\', StringComparison.Ordinal)) return text;
        var plain = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] != '\\')
            {
                plain.Append(text[at]);
                continue;
            }

            if (++at == text.Length) return null;
            if (text[at] != 'u')
            {
                plain.Append(text[at]);
                continue;
            }

            if (!TryCodeUnit(text.AsSpan(at + 1), out var unit)) return null;
            plain.Append(unit);
            at += 4;
        }

        return plain.ToString();
    }

    /// <summary>Without the control characters and spaces at its ends: what Java calls trimming.</summary>
    internal static ReadOnlySpan<char> Trim(ReadOnlySpan<char> text)
    {
        while (text is [<= ' ', ..]) text = text[1..];
        while (text is [.., <= ' ']) text = text[..^1];
        return text;
    }

    private static bool TryCodeUnit(ReadOnlySpan<char> text, out char unit)
    {
        unit = default;
        if (text.Length < 4 || text[..4].ContainsAnyExcept(HexDigits)) return false;
        unit = (char)ushort.Parse(text[..4], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        return true;
    }

    private static bool OperatorBegins(string text, int at)
    {
        if (text[at] is not ('A' or 'O' or 'N') || (at > 0 && !IsWhiteSpace(text[at - 1]))) return false;
        var rest = text.AsSpan(at);
        var end = rest.IndexOfAny(WhiteSpaces);
        return (end < 0 ? rest : rest[..end]) is "AND" or "OR" or "NOT";
    }
}
