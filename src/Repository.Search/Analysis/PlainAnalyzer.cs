namespace Repository.Search.Analysis;

/// <summary>For titles, names, suggestions and other languages: the words as they are, lower case and folded.</summary>
public sealed class PlainAnalyzer : Analyzer
{
    private PlainAnalyzer()
    {
    }

    public static PlainAnalyzer Instance { get; } = new();

    public override TokenStream CreateStream() => new WordStream([]);

    public override string Normalize(string text) => Normalization.Of(text);
}
