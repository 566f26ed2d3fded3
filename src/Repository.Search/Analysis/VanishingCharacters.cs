namespace Repository.Search.Analysis;

/// <summary>
/// Characters that are taken out before anything else: combining marks, whatever people type for a saltillo, and what word processors leave
/// behind unseen. Were they left in, the tokenizer would break some spellings of a word and not others.
/// </summary>
internal static class VanishingCharacters
{
    public static bool Contains(char c) => c switch
    {
        '\'' or '`' => true,
        < '\u00AD' => false,
        '\u00AD' or '\u00B4' => true,
        < '\u0294' => false,
        '\u0294' or '\u02B9' or (>= '\u02BB' and <= '\u02C0') or '\u02C8' or '\u02CA' or '\u02CB' => true,
        >= '\u0300' and <= '\u036F' => true,
        >= '\u200C' and <= '\u200F' => true,
        '\u2018' or '\u2019' or '\u201B' or '\u2032' or '\u2060' => true,
        '\uA78B' or '\uA78C' or '\uFEFF' or '\uFF07' => true,
        _ => false,
    };

    /// <summary>Where the first of them stands, or -1.</summary>
    public static int IndexIn(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
            if (Contains(text[i]))
                return i;
        return -1;
    }
}
