namespace Repository.Search.Indexing;

/// <summary>Brings the postings of one field in several segments together: all terms in order, and under each the documents of one segment after the other.</summary>
internal sealed class PostingsMerger
{
    private readonly Source[] _sources;
    private readonly BitSet _withTerms;
    private readonly ByteWriter _terms = new(1 << 16);
    private readonly List<int> _starts = [];
    private readonly PostingsWriter _writer;
    private readonly bool _positioned;
    private int[] _positions = new int[64];
    private long _tokens;

    /// <param name="sources">The field in each segment, and the new place of each document there; -1 for one that is gone.</param>
    public PostingsMerger(int documents, IReadOnlyList<(FieldPostings? Field, int[] Places)> sources)
    {
        _sources = [.. sources.Where(source => source.Field is not null).Select(source => new Source(source.Field!, source.Places))];
        _positioned = _sources.Any(source => source.Field.HasPositions);
        _withTerms = new BitSet(documents);
        _writer = new PostingsWriter(_positioned ? Lengths(documents) : null, (Room(field => field.Postings.Length), Room(field => field.Positions.Length)));

        int Room(Func<FieldPostings, int> length) => (int)Math.Min(Array.MaxLength, _sources.Sum(source => (long)length(source.Field)));
    }

    public FieldPostings Merge()
    {
        while (Smallest() is { } smallest) MergeTerm(smallest.Term.ToArray());
        return _writer.Finish(new TermDictionary(_terms.ToArray(), [.. _starts, _terms.Length]), _withTerms.Count(), _tokens);
    }

    private byte[] Lengths(int documents)
    {
        var lengths = new byte[documents];
        foreach (var source in _sources)
        {
            for (var document = 0; document < source.Places.Length; document++)
            {
                if (source.Places[document] >= 0) lengths[source.Places[document]] = source.Field.Lengths![document];
            }
        }

        return lengths;
    }

    private Source? Smallest()
    {
        Source? smallest = null;
        foreach (var source in _sources)
        {
            if (source.HasTerm && (smallest is null || source.Term.SequenceCompareTo(smallest.Term) < 0)) smallest = source;
        }

        return smallest;
    }

    private void MergeTerm(byte[] term)
    {
        var begun = false;
        foreach (var source in _sources)
        {
            if (!source.HasTerm || !source.Term.SequenceEqual(term)) continue;
            var postings = source.Open();
            while (postings.Next() != PostingsCursor.NoMoreDocuments)
            {
                var place = source.Places[postings.Document];
                if (place < 0) continue;
                if (!begun) Begin(term);
                begun = true;
                _withTerms.Add(place);
                _writer.Add(place, Positions(postings));
            }

            source.MoveOn();
        }

        if (begun) _writer.EndTerm();
    }

    private void Begin(byte[] term)
    {
        _starts.Add(_terms.Length);
        _terms.Write(term);
        _writer.BeginTerm();
    }

    private ReadOnlySpan<int> Positions(PostingsCursor postings)
    {
        var count = postings.Frequency;
        _tokens += count;
        if (!_positioned) return [];
        if (count > _positions.Length) _positions = new int[count * 2];
        postings.ReadPositions(_positions.AsSpan(0, count));
        return _positions.AsSpan(0, count);
    }

    private sealed class Source(FieldPostings source, int[] places)
    {
        private readonly PostingsCursor? _postings = source.Terms.Count > 0 ? source.Open(0) : null;
        private int _term;

        public FieldPostings Field => source;

        public int[] Places => places;

        public bool HasTerm => _term < source.Terms.Count;

        public ReadOnlySpan<byte> Term => source.Terms[_term];

        public PostingsCursor Open()
        {
            _postings!.Open(_term);
            return _postings;
        }

        public void MoveOn() => _term++;
    }
}
