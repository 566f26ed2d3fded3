namespace Repository.Search.Analysis.Spanish;

/// <summary>Takes off the endings of number and gender, as Lucene's filter of this name does: one pass, and nothing from words of fewer than five letters.</summary>
internal sealed class SpanishLightStemmer : ITermFilter
{
    public int Apply(Span<char> term) => term switch
    {
        { Length: < 5 } => term.Length,
        [.., 'o' or 'a' or 'e'] => term.Length - 1,
        [.., 'e', 's', 'e', 's'] => term.Length - 2,
        [.., 'c', 'e', 's'] => WithZ(term),
        [.., 'o' or 'a' or 'e', 's'] => term.Length - 2,
        _ => term.Length,
    };

    /// <summary>voces is the plural of voz.</summary>
    private static int WithZ(Span<char> term)
    {
        term[^3] = 'z';
        return term.Length - 2;
    }
}
