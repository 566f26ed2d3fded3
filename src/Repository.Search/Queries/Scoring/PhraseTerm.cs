using Repository.Search.Indexing;

namespace Repository.Search.Queries.Scoring;

/// <summary>One term of a phrase, with where it stands in the current document, shifted by its place in the phrase: all terms of a match stand at one position.</summary>
/// <param name="twin">The same term at an earlier place of the phrase, whose postings are walked for both.</param>
internal sealed class PhraseTerm(PostingsCursor postings, int offset, PhraseTerm? twin)
{
    private int[] _positions = new int[16];
    private int _count;
    private int _next;

    public PostingsCursor Postings => postings;

    public int Offset => offset;

    public bool IsRepeated => twin is not null;

    /// <summary>How often the phrase has the term; known to the first of them.</summary>
    public int Times { get; private set; } = 1;

    public ReadOnlySpan<int> Positions => _positions.AsSpan(0, _count);

    public int Position => _positions[_next];

    public PhraseTerm Again(int place)
    {
        Times++;
        return new PhraseTerm(postings, place, this);
    }

    /// <summary>Reads where the term stands in the current document; a twin has to be read before.</summary>
    public void Read()
    {
        _count = postings.Frequency;
        if (_count > _positions.Length) _positions = new int[_count * 2];
        var positions = _positions.AsSpan(0, _count);
        var shift = offset;
        if (twin is null)
        {
            postings.ReadPositions(positions);
        }
        else
        {
            twin.Positions.CopyTo(positions);
            shift -= twin.Offset;
        }

        foreach (ref var position in positions) position -= shift;
        _next = 0;
    }

    /// <summary>To the next occurrence; false when there is none.</summary>
    public bool Move() => ++_next < _count;
}
