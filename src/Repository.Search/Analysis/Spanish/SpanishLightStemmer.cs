namespace Repository.Search.Analysis.Spanish;

/// <summary>
/// Takes the endings of gender and number from folded words of at least five letters, as Lucene's SpanishLightStemmer does (after Jacques Savoy): one pass, one rule.
/// </summary>
internal static class SpanishLightStemmer
{
    private const int ShortestStemmed = 5;

    /// <summary>How much of the word is its stem. One letter of it may be changed: voces, voz.</summary>
    public static int Stem(Span<char> word) => word switch
    {
        { Length: < ShortestStemmed } => word.Length,
        [.., 'o' or 'a' or 'e'] => word.Length - 1,
        [.., 'e', 's', 'e', 's'] => word.Length - 2,
        [.., 'c', 'e', 's'] => WithZ(word[..^2]),
        [.., 'o' or 'a' or 'e', 's'] => word.Length - 2,
        _ => word.Length,
    };

    private static int WithZ(Span<char> stem)
    {
        stem[^1] = 'z';
        return stem.Length;
    }
}
