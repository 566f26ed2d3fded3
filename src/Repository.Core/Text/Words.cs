using System.Globalization;
using System.Text;

namespace Repository.Core.Text;

/// <summary>Splits a text into words for plain matching: runs of letters and digits, lower case, without accents.</summary>
public static class Words
{
    public static IEnumerable<string> Of(string text)
    {
        var word = new StringBuilder();
        foreach (var letter in Letters.Decomposed(text))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark) continue;
            if (char.IsLetterOrDigit(letter) || char.IsSurrogate(letter))
            {
                word.Append(char.ToLowerInvariant(letter));
                continue;
            }

            if (word.Length == 0) continue;
            yield return word.ToString();
            word.Clear();
        }

        if (word.Length > 0) yield return word.ToString();
    }
}
