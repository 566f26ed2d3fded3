using System.Globalization;
using System.Text;
using Repository.Core.Editors;
using Repository.Core.Forms.Submitting;

namespace Repository.Core.Forms.Kinds;

/// <summary>Texts as they are stored: composed letters, line feeds, nothing an XML file could not carry, and at the ends nothing that nobody sees.</summary>
internal static class SentText
{
    public static string Clean(string text)
    {
        var clean = StoredText.Clean(text).Normalize(NormalizationForm.FormC);
        var (start, end) = (0, clean.Length);
        while (start < end && IsUnseen(clean[start])) start++;
        while (end > start && IsUnseen(clean[end - 1])) end--;
        return clean[start..end];
    }

    /// <summary>The texts that say something.</summary>
    public static IEnumerable<string> Said(FieldInput input) => input.Texts.Select(Clean).Where(text => text.Length > 0);

    /// <summary>A whole number of a setting within bounds; what is not one counts as unsaid.</summary>
    public static int Whole(this FormField field, string setting, int unsaid, int most) =>
        int.TryParse(field.Setting(setting), out var number) && number > 0 ? Math.Min(number, most) : unsaid;

    public static IEnumerable<string> WholeProblems(this FormField field, string setting, int most)
    {
        var text = field.Setting(setting);
        if (text.Length > 0 && !(int.TryParse(text, out var number) && number > 0 && number <= most))
        {
            yield return $"El ajuste «{setting}» debe ser un número entre 1 y {most}.";
        }
    }

    public static FieldReading OnlyOne(FormField field, FieldInput input) => FieldReading.Refused(
        [.. Said(input)], $"En {FieldMessage.Name(field)} se da una sola respuesta.", $"{FieldMessage.Name(field)} takes a single answer.");

    /// <summary>Blanks, and signs without width that come along with copied text: an answer of nothing else is none.</summary>
    private static bool IsUnseen(char letter) => char.IsWhiteSpace(letter) || char.GetUnicodeCategory(letter) == UnicodeCategory.Format;
}
