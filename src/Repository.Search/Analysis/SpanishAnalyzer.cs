using Repository.Search.Analysis.Spanish;

namespace Repository.Search.Analysis;

/// <summary>For running text in Spanish and in the languages of Oaxaca beside it: words without accents, without function words, by their stems.</summary>
public sealed class SpanishAnalyzer : Analyzer
{
    // Stop words come before stems and after folding: más, mas and MÁS go alike, and the list need not know stems.
    private static readonly ITermFilter[] Filters = [new StopWords("Spanish.stopwords.txt"), new SpanishLightStemmer()];

    private SpanishAnalyzer()
    {
    }

    public static SpanishAnalyzer Instance { get; } = new();

    public override TokenStream CreateStream() => new WordStream(Filters);

    public override string Normalize(string text) => Normalization.Of(text);
}
