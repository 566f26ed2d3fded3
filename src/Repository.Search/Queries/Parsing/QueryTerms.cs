using Repository.Search.Analysis;
using Repository.Search.Indexing;

namespace Repository.Search.Queries.Parsing;

/// <summary>Analyses the words of one query. Fields with the same analyzer share its stream, and the terms of the word at hand. Not for several threads.</summary>
internal sealed class QueryTerms(IndexSchema schema)
{
    private readonly Dictionary<Analyzer, TokenStream> _streams = new(ReferenceEqualityComparer.Instance);
    private (Analyzer? Analyzer, string Text, IReadOnlyList<(string Term, int Position)> Terms) _last = (null, string.Empty, []);

    /// <summary>The terms with their positions, of which the first is 0.</summary>
    public IReadOnlyList<(string Term, int Position)> Of(string field, string text)
    {
        var analyzer = schema.AnalyzerOf(field);
        if (_last.Analyzer != analyzer || !ReferenceEquals(_last.Text, text)) _last = (analyzer, text, Read(analyzer, text));
        return _last.Terms;
    }

    private List<(string Term, int Position)> Read(Analyzer analyzer, string text)
    {
        if (!_streams.TryGetValue(analyzer, out var stream)) _streams.Add(analyzer, stream = analyzer.CreateStream());
        var terms = new List<(string, int)>();
        var position = 0;
        stream.Reset(text);
        while (stream.Next())
        {
            // Holes before the first term say nothing about how terms stand to each other.
            position += terms.Count == 0 ? 0 : stream.PositionIncrement;
            terms.Add((stream.Term.ToString(), position));
        }

        return terms;
    }
}
