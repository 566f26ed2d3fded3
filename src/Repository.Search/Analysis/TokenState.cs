namespace Repository.Search.Analysis;

/// <summary>What the tokenizer has read of a token. From <see cref="Digits"/> on, what was read is a token; before, it may become one.</summary>
internal enum TokenState : byte
{
    /// <summary>No token reaches further.</summary>
    Stopped,
    Start,
    Joiners,
    DigitsMark,
    LettersMark,
    HebrewQuote,
    KeycapSign,
    KeycapPresented,
    HalfFlag,
    EmojiTags,

    Digits,
    Letters,
    Hebrew,
    QuotedHebrew,
    Katakana,
    JoinedWord,
    SouthEastAsian,
    Ideograph,
    EmojiBase,
    EmojiSign,
    EmojiModified,
    EmojiPresented,
    EmojiTagged,
    KeycapAgain,
    KeycapEnd,
    Flag,
}
