namespace Repository.Search.Analysis;

/// <summary>The tokens of one text, one after the other. A stream is reused for many texts and by one thread at a time; it allocates nothing per token.</summary>
public abstract class TokenStream
{
    /// <summary>What the index keeps of the current token. Valid until the next call of <see cref="Next"/>.</summary>
    public abstract ReadOnlySpan<char> Term { get; }

    /// <summary>Where the token begins in the original text, in UTF-16 units.</summary>
    public abstract int StartOffset { get; }

    /// <summary>Where the token ends in the original text, exclusive.</summary>
    public abstract int EndOffset { get; }

    /// <summary>1 for neighbours; more where words were removed in between. After the last token: how many words were removed behind it.</summary>
    public abstract int PositionIncrement { get; }

    /// <summary>Begins with another text.</summary>
    public abstract void Reset(string text);

    public abstract bool Next();
}
