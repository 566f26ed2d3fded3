namespace Repository.Search.Analysis;

/// <summary>What all analyzers do to a pattern or to the end of a range: the characters as in a term, the text left whole.</summary>
internal static class Normalization
{
    public static string Of(string text)
    {
        var stream = new KeywordStream();
        stream.Reset(text);
        stream.Next();
        return stream.Term.ToString();
    }
}
