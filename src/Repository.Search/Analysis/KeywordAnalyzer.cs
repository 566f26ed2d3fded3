namespace Repository.Search.Analysis;

/// <summary>For values that are compared whole: one term, cleaned, lower case and folded, spaces kept. An empty value is an empty term.</summary>
public sealed class KeywordAnalyzer : Analyzer
{
    private KeywordAnalyzer()
    {
    }

    public static KeywordAnalyzer Instance { get; } = new();

    public override int PositionIncrementGap => 0;

    public override TokenStream CreateStream() => new KeywordStream();

    public override string Normalize(string text) => Normalization.Of(text);
}
