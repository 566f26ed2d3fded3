using System.Text;
using System.Text.RegularExpressions;

namespace Repository.Core.Editors;

/// <summary>
/// In .NET a dollar sign also matches before a last line end, so that <c>^[a-z]+$</c> would accept a text with a line too many. In the
/// editor's browser, and in the mind of who wrote the pattern, it is the end of the text.
/// </summary>
internal static partial class PatternEnd
{
    /// <summary>The pattern with each such dollar sign as the very end; one that asks for ends of lines stays as it is.</summary>
    public static string Strict(string pattern)
    {
        if (!pattern.Contains('$', StringComparison.Ordinal) || AsksForLines().IsMatch(pattern)) return pattern;
        var strict = new StringBuilder(pattern.Length + 2);
        var classes = 0;
        for (var at = 0; at < pattern.Length; at++)
        {
            var letter = pattern[at];
            if (letter == '\\' && at + 1 < pattern.Length) strict.Append(letter).Append(pattern[++at]);
            else if (letter == '$' && classes == 0) strict.Append("\\z");
            else
            {
                strict.Append(letter);
                if (letter == '[' && (classes == 0 || pattern[at - 1] == '-')) classes++;
                else if (letter == ']' && classes > 0 && !OpensClass(pattern, at)) classes--;
            }
        }

        return strict.ToString();
    }

    /// <summary>A bracket right behind the opening one is a letter of the class: <c>[]a]</c>, <c>[^]a]</c>.</summary>
    private static bool OpensClass(string pattern, int at) => pattern[at - 1] == '[' || (pattern[at - 1] == '^' && at > 1 && pattern[at - 2] == '[');

    [GeneratedRegex(@"\(\?[a-z]*m", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AsksForLines();
}
