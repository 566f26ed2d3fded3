namespace Repository.Search.Analysis;

/// <summary>Makes terms of texts, for the index and for queries alike. Immutable and safe for many threads; a stream it hands out is not.</summary>
public abstract class Analyzer
{
    /// <summary>How many positions lie between two values of one field, so that no phrase matches across them.</summary>
    public virtual int PositionIncrementGap => 100;

    public abstract TokenStream CreateStream();

    /// <summary>What stands for a pattern (prefix, wildcard, fuzzy, end of a range): cleaned, lower case and folded, but neither split nor stemmed.</summary>
    public abstract string Normalize(string text);
}
