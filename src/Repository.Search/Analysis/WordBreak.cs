using System.Globalization;

namespace Repository.Search.Analysis;

/// <summary>What a character is to the rules of word boundaries (UAX #29).</summary>
internal enum WordBreak : byte
{
    Other,

    /// <summary>Is not there at all.</summary>
    Vanishing,

    /// <summary>Half of a character beyond the basic plane: the whole decides.</summary>
    Surrogate,

    /// <summary>Belongs to what is before it.</summary>
    Extend,

    Letter,
    Numeric,

    /// <summary>Joins letters, digits and itself; alone it is no word.</summary>
    ExtendNumLet,

    Katakana,

    /// <summary>A word by itself.</summary>
    Single,

    /// <summary>Does not break between letters.</summary>
    MidLetter,

    /// <summary>Does not break between digits.</summary>
    MidNum,

    /// <summary>Does not break between letters, nor between digits.</summary>
    MidNumLet,
}

/// <summary>The class of each character, by table.</summary>
internal static class WordBreaks
{
    private static readonly WordBreak[] Table = Build();

    public static WordBreak Of(char character) => Table[character];

    public static WordBreak OfPair(char high, char low) => ByCategory(CharUnicodeInfo.GetUnicodeCategory(char.ConvertToUtf32(high, low)));

    private static WordBreak[] Build()
    {
        var table = new WordBreak[char.MaxValue + 1];
        for (var value = 0; value < table.Length; value++) table[value] = Classify((char)value);
        return table;
    }

    private static WordBreak Classify(char character) => character switch
    {
        _ when VanishingCharacters.All.Contains(character) => WordBreak.Vanishing,
        ':' or '\u00B7' or '\u0387' or '\u05F4' or '\u2027' or '\uFE13' or '\uFE55' or '\uFF1A' => WordBreak.MidLetter,
        ',' or ';' or '\u037E' or '\u0589' or '\u060C' or '\u060D' or '\u066C' or '\u07F8' or '\u2044' or '\uFE10' or '\uFE14' or '\uFE50' or '\uFE54' or '\uFF0C' or '\uFF1B' => WordBreak.MidNum,
        '.' or '\u2024' or '\uFE52' or '\uFF0E' => WordBreak.MidNumLet,
        '\u066B' => WordBreak.Numeric,
        '\u202F' => WordBreak.ExtendNumLet,
        '\u02D7' or '\u05F3' or >= '\u24B6' and <= '\u24E9' => WordBreak.Letter,
        // The space of no width separates, although it counts as a format character.
        '\u200B' => WordBreak.Other,
        >= '\u30A0' and <= '\u30FF' or >= '\u31F0' and <= '\u31FF' or >= '\u3031' and <= '\u3035' or >= '\uFF66' and <= '\uFF9D' or '\u309B' or '\u309C' => WordBreak.Katakana,
        >= '\u2E80' and <= '\u3007' or >= '\u3021' and <= '\u3029' or >= '\u3038' and <= '\u309F' or >= '\u3400' and <= '\u4DBF' or >= '\u4E00' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF'
            when char.IsLetterOrDigit(character) || CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.LetterNumber || character is >= '\u2E80' and <= '\u2FD5' => WordBreak.Single,
        _ => ByCategory(CharUnicodeInfo.GetUnicodeCategory(character)),
    };

    private static WordBreak ByCategory(UnicodeCategory category) => category switch
    {
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter
            or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber => WordBreak.Letter,
        UnicodeCategory.DecimalDigitNumber => WordBreak.Numeric,
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => WordBreak.Extend,
        UnicodeCategory.ConnectorPunctuation => WordBreak.ExtendNumLet,
        UnicodeCategory.Surrogate => WordBreak.Surrogate,
        _ => WordBreak.Other,
    };
}
