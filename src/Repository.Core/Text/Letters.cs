using System.Text;

namespace Repository.Core.Text;

/// <summary>Brings texts that look alike into one form. Takes any text: halves of surrogate pairs and U+FFFE, which cannot be normalised, are replaced.</summary>
internal static class Letters
{
    /// <summary>Letters apart from their accents.</summary>
    public static string Decomposed(string text) => In(NormalizationForm.FormD, text);

    /// <summary>Letters in one with their accents, as most keyboards type them.</summary>
    public static string Composed(string text) => In(NormalizationForm.FormC, text);

    private static string In(NormalizationForm form, string text) =>
        Ascii.IsValid(text) ? text : string.Concat(text.Replace('\ufffe', ' ').EnumerateRunes()).Normalize(form);
}
