using static Repository.Search.Analysis.TokenState;
using static Repository.Search.Analysis.WordBreak;

namespace Repository.Search.Analysis;

/// <summary>
/// The word rules of UAX #29 as a table of states, with Lucene 8's additions: one token a Han or Hiragana character, runs of South-East Asian
/// script, emoji as in UTS #51. Joined emoji are missing because their joiner (U+200D) has vanished before.
/// </summary>
internal sealed class TokenRules
{
    /// <summary>There are fewer classes than this; a power of two makes the place in the table a shift.</summary>
    private const int Width = 32;

    private static readonly WordBreak[] Sticking =
        [ComplexContextMark, Extend, TextPresentation, EmojiPresentation, Keycap, TagSpecification, TagEnd];

    private static readonly WordBreak[] Presentations = [TextPresentation, EmojiPresentation];

    private readonly byte[] _next = new byte[(Enum.GetValues<TokenState>().Length + 1) * Width];

    private TokenRules()
    {
        Words();
        Scripts();
        EmojiSequences();
    }

    /// <summary>The state after a class, at state × 32 + class.</summary>
    public static byte[] Table { get; } = new TokenRules()._next;

    public static int Place(int state, int wordBreak) => (state * Width) + wordBreak;

    private void Words()
    {
        foreach (var state in (TokenState[])[Start, Joiners, JoinedWord, Digits, Letters, Hebrew, QuotedHebrew])
        {
            To(Digits, state, Numeric);
            To(Letters, state, ALetter);
            To(Hebrew, state, HebrewLetter);
        }
        foreach (var state in (TokenState[])[Start, Joiners, JoinedWord, TokenState.Katakana])
            To(TokenState.Katakana, state, WordBreak.Katakana);
        foreach (var state in (TokenState[])[Start, Joiners])
            To(Joiners, state, ExtendNumLet);
        foreach (var state in (TokenState[])[JoinedWord, Digits, Letters, Hebrew, QuotedHebrew, TokenState.Katakana])
            To(JoinedWord, state, ExtendNumLet);

        To(DigitsMark, Digits, MidNum, MidNumLet);
        To(Digits, DigitsMark, Numeric);
        foreach (var state in (TokenState[])[Letters, Hebrew])
            To(LettersMark, state, MidLetter, MidNumLet);
        To(Letters, LettersMark, ALetter, HebrewLetter);

        // Lucene lets a letter behind a quotation mark or a dot begin neither another quotation nor another dot.
        To(HebrewQuote, Hebrew, DoubleQuote);
        To(QuotedHebrew, HebrewQuote, HebrewLetter);

        foreach (var state in (TokenState[])[Joiners, JoinedWord, Digits, DigitsMark, Letters, LettersMark, Hebrew, HebrewQuote, QuotedHebrew, TokenState.Katakana])
            To(state, state, Sticking);
    }

    private void Scripts()
    {
        To(Ideograph, Start, Han, Hiragana);
        To(Ideograph, Ideograph, Sticking);
        To(SouthEastAsian, Start, ComplexContext, ComplexContextMark);
        To(SouthEastAsian, SouthEastAsian, [ComplexContext, .. Sticking]);
    }

    private void EmojiSequences()
    {
        To(EmojiSign, Start, Emoji);
        To(EmojiBase, Start, EmojiModifierBase);
        foreach (var state in (TokenState[])[Start, EmojiBase])
            To(EmojiModified, state, EmojiModifier);
        foreach (var state in (TokenState[])[EmojiSign, EmojiBase, EmojiModified])
            To(state, state, [.. Sticking.Except(Presentations)]);
        foreach (var state in (TokenState[])[EmojiSign, EmojiBase])
            To(EmojiPresented, state, EmojiPresentation);
        To(EmojiTags, EmojiPresented, TagSpecification);
        To(EmojiTags, EmojiTags, TagSpecification);
        To(EmojiTagged, EmojiTags, TagEnd);

        To(KeycapSign, Start, KeycapBase);
        foreach (var state in (TokenState[])[KeycapSign, KeycapAgain, KeycapEnd])
            To(state, state, [.. Sticking.Except(Presentations)]);
        To(KeycapAgain, KeycapSign, Keycap);
        foreach (var state in (TokenState[])[KeycapSign, KeycapAgain])
            To(KeycapPresented, state, EmojiPresentation);
        To(KeycapEnd, KeycapPresented, Keycap);

        To(HalfFlag, Start, RegionalIndicator);
        To(Flag, HalfFlag, RegionalIndicator);
        foreach (var state in (TokenState[])[HalfFlag, Flag])
            To(state, state, Sticking);
    }

    private void To(TokenState target, TokenState state, params ReadOnlySpan<WordBreak> classes)
    {
        foreach (var wordBreak in classes)
            _next[Place((int)state, (int)wordBreak)] = (byte)target;
    }
}
