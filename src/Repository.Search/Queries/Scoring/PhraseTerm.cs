using Repository.Search.Indexing;

namespace Repository.Search.Queries.Scoring;

/// <summary>One term of a phrase, with where it stands in the current document, shifted by its place in the phrase: all terms of a match stand at one position.</summary>
internal sealed class PhraseTerm(PostingsCursor postings, int offset)
{
    private int[] _positions = new int[16];
    private int _count;
    private int _next;

    public PostingsCursor Postings => postings;

    public int Offset => offset;

    public ReadOnlySpan<int> Positions => _positions.AsSpan(0, _count);

    public int Position => _positions[_next];

    public void Read()
    {
        _count = postings.Frequency;
        if (_count > _positions.Length) _positions = new int[_count * 2];
        var positions = _positions.AsSpan(0, _count);
        postings.ReadPositions(positions);
        foreach (ref var position in positions) position -= offset;
        _next = 0;
    }

    /// <summary>To the next occurrence; false when there is none.</summary>
    public bool Move() => ++_next < _count;

    /// <summary>To the first occurrence not before a position; false when there is none.</summary>
    public bool MoveTo(int position)
    {
        while (_next < _count && _positions[_next] < position) _next++;
        return _next < _count;
    }
}
