using System.Globalization;
using System.Text;
using Repository.Core.Text;

namespace Repository.Core.Content;

/// <summary>The part of an address that stands for one item. Lower case, without accents on Latin letters; letters of other scripts stay.</summary>
public static class UrlSegment
{
    public const int MaxLength = 100;

    /// <summary>Umbraco's property for a segment chosen by hand.</summary>
    public const string Property = "umbracoUrlName";

    /// <summary>The segment an item asks for in a culture, before it is compared with its siblings'.</summary>
    public static string Of(Guid key, ItemContent content, string culture)
    {
        var text = content.Value(Property, culture) ?? content.Value(Property) ?? content.Name(culture) ?? "";
        var segment = From(text);
        return segment.Length == 0 ? key.ToString("n")[..8] : segment;
    }

    public static string From(string text)
    {
        var segment = new StringBuilder(text.Length);
        var afterLatin = false;
        var gap = false;
        foreach (var rune in Letters.Decomposed(text).EnumerateRunes())
        {
            if (IsMark(rune))
            {
                // Marks of scripts that are written with them (Devanagari, Thai) belong to the word; accents of Latin letters go.
                if (!afterLatin && !gap && segment.Length > 0) segment.Append(Rune.ToLowerInvariant(rune).ToString());
                continue;
            }

            if (!Rune.IsLetterOrDigit(rune))
            {
                gap = segment.Length > 0;
                continue;
            }

            if (gap) segment.Append('-');
            gap = false;
            afterLatin = IsLatin(rune);
            segment.Append(Rune.ToLowerInvariant(rune).ToString());
        }

        return Cut(segment.ToString().Normalize(NormalizationForm.FormC), MaxLength);
    }

    /// <summary>The segment with a number, still within the length: the n-th try at finding a free one.</summary>
    public static string Numbered(string segment, int number)
    {
        var suffix = string.Create(CultureInfo.InvariantCulture, $"-{number}");
        return Cut(segment, MaxLength - suffix.Length) + suffix;
    }

    private static string Cut(string segment, int length)
    {
        if (segment.Length <= length) return segment;
        var end = char.IsHighSurrogate(segment[length - 1]) ? length - 1 : length;
        return segment[..end].TrimEnd('-');
    }

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    // Latin letters end with the Latin Extended-B and IPA blocks; later ones are in Latin Extended Additional, -C, -D and -E.
    private static bool IsLatin(Rune rune) => rune.Value is < 0x0370 or (>= 0x1E00 and < 0x1F00) or (>= 0x2C60 and < 0x2C80) or (>= 0xA720 and < 0xA800) or (>= 0xAB30 and < 0xAB70);
}
