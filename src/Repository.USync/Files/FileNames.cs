using System.Globalization;
using System.Text;

namespace Repository.USync.Files;

/// <summary>How uSync names its files. The names carry no meaning; they only have to be safe and the same every time.</summary>
internal static class FileNames
{
    public const string Extension = ".config";

    private const int MaxLength = 100;

    /// <summary>Lower case, letters and digits without their marks, everything else a single dash: <c>tequio-comunitario</c>.</summary>
    public static string Safe(string text)
    {
        var name = new StringBuilder(text.Length);
        foreach (var letter in Plain(text))
        {
            if (char.IsAsciiLetterOrDigit(letter) || letter == '_') name.Append(char.ToLowerInvariant(letter));
            else if (name.Length > 0 && name[^1] != '-') name.Append('-');
        }

        return Bounded(name.ToString().Trim('-'));
    }

    /// <summary>Each word with a capital, without what is between them: <c>ImageMediaPicker</c>.</summary>
    public static string PascalAlias(string text)
    {
        var name = new StringBuilder(text.Length);
        var startsWord = true;
        foreach (var letter in Plain(text))
        {
            if (char.IsAsciiLetterOrDigit(letter)) name.Append(startsWord ? char.ToUpperInvariant(letter) : letter);
            startsWord = !char.IsAsciiLetterOrDigit(letter);
        }

        return Bounded(name.ToString());
    }

    /// <summary>The suffix that tells two files of one name apart: always the same for the same key.</summary>
    public static string Suffix(Guid key) => $"_{key.ToString("N")[..8]}";

    /// <summary>Where that is taken too: new keys begin with the time, so those of one minute begin alike.</summary>
    public static string WholeSuffix(Guid key) => $"_{key:N}";

    private static IEnumerable<char> Plain(string text) =>
        Legal(text).Normalize(NormalizationForm.FormD).Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark);

    /// <summary>Half a surrogate pair cannot be normalised.</summary>
    private static string Legal(string text) => string.Concat(text.EnumerateRunes().Select(rune => rune.ToString()));

    private static string Bounded(string name) => name.Length == 0 ? "item" : name.Length <= MaxLength ? name : name[..MaxLength];
}
