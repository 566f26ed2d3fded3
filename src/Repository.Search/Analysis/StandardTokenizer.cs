namespace Repository.Search.Analysis;

/// <summary>Finds the words of a text as Lucene's tokenizer of this name does: the longest token that begins at each place, at most 255 units of it.</summary>
internal static class StandardTokenizer
{
    public const int MaxLength = 255;

    /// <summary>The next token that begins at <paramref name="from"/> or later; false when there is none.</summary>
    public static bool TryFind(ReadOnlySpan<char> text, int from, out int start, out int end)
    {
        for (start = from; start < text.Length; start += Passed(text, start))
        {
            end = start + LengthOfToken(text.Slice(start, Math.Min(MaxLength, text.Length - start)));
            if (end > start)
                return true;
        }
        end = start;
        return false;
    }

    private static int LengthOfToken(ReadOnlySpan<char> window)
    {
        var classes = WordBreaks.OfUnits;
        ReadOnlySpan<byte> next = TokenRules.Table;
        var length = 0;
        var state = (int)TokenState.Start;
        for (var i = 0; i < window.Length; i++)
        {
            var unit = window[i];
            int wordBreak = classes[unit];
            if (char.IsHighSurrogate(unit) && i + 1 < window.Length && char.IsLowSurrogate(window[i + 1]))
                wordBreak = (int)WordBreaks.OfPair(unit, window[++i]);
            state = next[TokenRules.Place(state, wordBreak)];
            if (state == (int)TokenState.Stopped)
                break;
            if (state >= (int)TokenState.Digits)
                length = i + 1;
        }
        return length;
    }

    /// <summary>How far to go on from where no token begins.</summary>
    private static int Passed(ReadOnlySpan<char> text, int at)
    {
        if (text[at] == '_')
            return PassedLine(text[at..]);
        return char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? 2 : 1;
    }

    /// <summary>As much of a line of underscores, as forms have them, as no word behind it can reach back to.</summary>
    private static int PassedLine(ReadOnlySpan<char> text)
    {
        var line = text.IndexOfAnyExcept('_');
        if (line < 0)
            return text.Length;
        return line < MaxLength && WordBreaks.OfUnits[text[line]] == (byte)WordBreak.Other && !char.IsSurrogate(text[line])
            ? line
            : Math.Max(1, line + 1 - MaxLength);
    }
}
