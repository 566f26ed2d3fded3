using System.Globalization;
using System.Text;

namespace Repository.Core.Text;

/// <summary>Brings texts that look alike into one form. Takes any text: halves of surrogate pairs and U+FFFE, which cannot be normalised, are replaced.</summary>
internal static class Letters
{
    /// <summary>The accent that makes an ñ of an n: another letter, not another way to write it.</summary>
    public const char Tilde = '\u0303';

    private const int Near = 0x250;
    private static readonly char[] NearFolded = [.. Enumerable.Range(0, Near).Select(letter => FoldedSlowly((char)letter))];

    /// <summary>Letters apart from their accents.</summary>
    public static string Decomposed(string text) => In(NormalizationForm.FormD, text);

    /// <summary>Letters in one with their accents, as most keyboards type them.</summary>
    public static string Composed(string text) => In(NormalizationForm.FormC, text);

    /// <summary>A letter without its accents, in lower case; an ñ stays one.</summary>
    public static char Folded(char letter) => letter < Near ? NearFolded[letter] : FoldedSlowly(letter);

    /// <summary>Does it stand above or below the letter before it?</summary>
    public static bool IsAccent(char letter) => letter >= Near && CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark;

    private static char FoldedSlowly(char letter) => letter is 'ñ' or 'Ñ' ? 'ñ' : char.ToLowerInvariant(char.IsSurrogate(letter) ? letter : Decomposed(letter.ToString())[0]);

    private static string In(NormalizationForm form, string text) =>
        Ascii.IsValid(text) ? text : string.Concat(text.Replace('\ufffe', ' ').EnumerateRunes()).Normalize(form);
}
