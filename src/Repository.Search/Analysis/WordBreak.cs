namespace Repository.Search.Analysis;

/// <summary>What a character is to the tokenizer: the Word_Break classes of UAX #29, and those by which Lucene tells scripts and emoji apart.</summary>
internal enum WordBreak : byte
{
    Other,
    ALetter,
    HebrewLetter,
    Numeric,
    Katakana,
    ExtendNumLet,
    MidLetter,
    MidNum,
    MidNumLet,
    DoubleQuote,
    Han,
    Hiragana,

    /// <summary>Thai, Lao, Khmer, Myanmar: written without spaces, kept together.</summary>
    ComplexContext,

    // What follows down to TagEnd sticks to the character before it.

    /// <summary>A mark of such a script; it may also begin a token.</summary>
    ComplexContextMark,
    Extend,
    TextPresentation,
    EmojiPresentation,
    Keycap,
    TagSpecification,
    TagEnd,

    KeycapBase,
    RegionalIndicator,
    Emoji,
    EmojiModifierBase,
    EmojiModifier,
}
