using System.Text.RegularExpressions;

namespace Repository.Core.Editors;

/// <summary>Which addresses may be kept: relative ones and those of a few schemes, read the way browsers read them.</summary>
internal static partial class WebAddress
{
    public const int MaxLength = 2048;

    /// <summary>May a reader be led there?</summary>
    public static bool IsLink(string address) =>
        address.Length <= MaxLength && SchemeOf(address) is null or "http" or "https" or "mailto" or "tel";

    /// <summary>May a picture or a file be fetched from there?</summary>
    public static bool IsResource(string address) => address.Length <= MaxLength && SchemeOf(address) is null or "http" or "https";

    /// <summary>Is it the address of an uploaded file: from the root of the site, without a step upwards, or absolute?</summary>
    public static bool IsFile(string address) =>
        IsResource(address)
        && !address.Contains('\\', StringComparison.Ordinal)
        && !address.Split('/').Contains("..")
        && (address.StartsWith('/') || SchemeOf(address) is not null);

    // Browsers drop blanks and control characters at the start, and tabs and line ends anywhere, before they look for a scheme.
    private static string? SchemeOf(string address)
    {
        var match = SchemePattern().Match(string.Concat(address.Where(letter => letter > ' ')));
        return match.Success ? match.Groups[1].Value.ToLowerInvariant() : null;
    }

    [GeneratedRegex(@"\A([a-zA-Z][a-zA-Z0-9+.\-]*):", RegexOptions.CultureInvariant)]
    private static partial Regex SchemePattern();
}
