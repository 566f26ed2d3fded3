using Repository.Core.Content;

namespace Repository.Web.Media.Intake;

/// <summary>The last part of a file's address, made from the name it came with: lower case, without accents and blanks, and with the extension of what it is.</summary>
internal static class MediaFileName
{
    private const string Nameless = "archivo";

    /// <summary>Only the name: whatever folders stood in front of it lead nowhere.</summary>
    public static string Stem(string given)
    {
        var name = given[(given.LastIndexOfAny(['/', '\\']) + 1)..];
        return Path.GetFileNameWithoutExtension(name).Trim();
    }

    public static string Extension(string given) => Path.GetExtension(given).TrimStart('.').ToLowerInvariant();

    public static string Of(string given, FileKind kind)
    {
        var segment = string.Concat(UrlSegment.From(Stem(given)).Where(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-')).Trim('-');
        var extension = Extension(given);
        return $"{(segment.Length == 0 ? Nameless : segment)}.{(kind.Extensions.Contains(extension) ? extension : kind.Extension)}";
    }
}
