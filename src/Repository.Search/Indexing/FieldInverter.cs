using System.Buffers;
using System.Runtime.InteropServices;
using Repository.Search.Analysis;

namespace Repository.Search.Indexing;

/// <summary>
/// Turns the texts of one field, document by document, into postings. Tokens are noted as they come; at the end one counting sort brings them together by term,
/// which is faster than growing a list for each term. The large arrays are borrowed, and lent again to the next segment: whoever makes the index of everything
/// makes dozens of segments, and megabytes thrown away by each would lie about until the whole heap is looked through.
/// </summary>
internal sealed class FieldInverter(FieldDefinition field)
{
    private readonly TokenStream _stream = field.Analyzer.CreateStream();
    private readonly TermTable _terms = new();
    private readonly List<int> _documentStarts = [];
    private int[] _tokenCounts = new int[1 << 8];
    private int[] _tokens = ArrayPool<int>.Shared.Rent(1 << 10);
    private int[] _positions = ArrayPool<int>.Shared.Rent(1 << 10);
    private int _position;
    private int _valuesOfDocument;

    public int TokenCount { get; private set; }

    public void BeginDocument()
    {
        _documentStarts.Add(TokenCount);
        _position = -1;
        _valuesOfDocument = 0;
    }

    public void Add(string value)
    {
        if (_valuesOfDocument++ > 0) _position += field.Analyzer.PositionIncrementGap;
        _stream.Reset(value);
        while (_stream.Next())
        {
            _position += _stream.PositionIncrement;
            Note(_terms.Number(_stream.Term), _position);
        }

        _position += _stream.PositionIncrement;
    }

    /// <summary>The postings of all that was added. The inverter has done its work then.</summary>
    public FieldPostings Finish()
    {
        var starts = CollectionsMarshal.AsSpan(_documentStarts);
        var lengths = field.Kind == FieldKind.Text ? new byte[starts.Length] : null;
        var withTokens = 0;
        for (var document = 0; document < starts.Length; document++)
        {
            var length = (document + 1 < starts.Length ? starts[document + 1] : TokenCount) - starts[document];
            if (length > 0) withTokens++;
            if (lengths is not null) lengths[document] = LengthCode.Encode(length);
        }

        var (terms, numbers) = _terms.Sort();
        var writer = new PostingsWriter(lengths);
        var distinct = Write(writer, numbers);
        Return(_tokens, _positions);
        (_tokens, _positions) = ([], []);
        return writer.Finish(terms, withTokens, lengths is null ? distinct : TokenCount);
    }

    private void Note(int term, int position)
    {
        if (TokenCount == _tokens.Length)
        {
            Grow(ref _tokens);
            Grow(ref _positions);
        }

        _tokens[TokenCount] = term;
        _positions[TokenCount++] = position;
        if (term == _tokenCounts.Length) Array.Resize(ref _tokenCounts, term * 2);
        _tokenCounts[term]++;
    }

    private void Grow(ref int[] array)
    {
        var larger = ArrayPool<int>.Shared.Rent(TokenCount * 2);
        array.AsSpan(0, TokenCount).CopyTo(larger);
        ArrayPool<int>.Shared.Return(array);
        array = larger;
    }

    private static void Return(int[] one, int[] other)
    {
        ArrayPool<int>.Shared.Return(one);
        ArrayPool<int>.Shared.Return(other);
    }

    /// <summary>Writes all terms in order; says how many pairs of term and document there are.</summary>
    private long Write(PostingsWriter writer, int[] numbers)
    {
        var ends = EndsOfTerms();
        var (documents, positions) = ByTerm(ends);
        var pairs = 0L;
        foreach (var term in numbers)
        {
            writer.BeginTerm();
            var to = ends[term];
            for (var from = to - _tokenCounts[term]; from < to;)
            {
                var document = documents[from];
                var end = from + 1;
                while (end < to && documents[end] == document) end++;
                writer.Add(document, field.Kind == FieldKind.Text ? positions.AsSpan(from, end - from) : []);
                pairs++;
                from = end;
            }

            writer.EndTerm();
        }

        Return(documents, positions);
        return pairs;
    }

    private int[] EndsOfTerms()
    {
        var ends = new int[_terms.Count];
        var sum = 0;
        for (var term = 0; term < ends.Length; term++) ends[term] = sum += _tokenCounts[term];
        return ends;
    }

    private (int[] Documents, int[] Positions) ByTerm(int[] ends)
    {
        var documents = ArrayPool<int>.Shared.Rent(TokenCount);
        var positions = ArrayPool<int>.Shared.Rent(TokenCount);
        var next = (int[])ends.Clone();
        for (var term = 0; term < next.Length; term++) next[term] -= _tokenCounts[term];
        for (var document = 0; document < _documentStarts.Count; document++)
        {
            var end = document + 1 < _documentStarts.Count ? _documentStarts[document + 1] : TokenCount;
            for (var token = _documentStarts[document]; token < end; token++)
            {
                var place = next[_tokens[token]]++;
                documents[place] = document;
                positions[place] = _positions[token];
            }
        }

        return (documents, positions);
    }
}
