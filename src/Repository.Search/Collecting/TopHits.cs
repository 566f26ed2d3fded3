using System.Collections.Immutable;

namespace Repository.Search.Collecting;

/// <summary>Keeps the best so many hits. Documents have to come in ascending order: of equal scores the earlier one stays.</summary>
internal sealed class TopHits(int size, Predicate<int>? among = null)
{
    private readonly Hit[] _heap = new Hit[size];
    private int _count;

    /// <summary>A document must score more than this to be kept.</summary>
    public float Least { get; private set; } = size == 0 ? float.PositiveInfinity : float.NegativeInfinity;

    public void Add(int document, float score)
    {
        if (!(score > Least) || among?.Invoke(document) == false) return;
        if (_count < size)
        {
            _heap[_count++] = new Hit(document, score);
            Rise(_count - 1);
        }
        else
        {
            _heap[0] = new Hit(document, score);
            Sink();
        }

        if (_count == size) Least = _heap[0].Score;
    }

    public ImmutableArray<Hit> InOrder()
    {
        var hits = _heap.AsSpan(0, _count);
        hits.Sort((one, other) => IsWorse(one, other) ? 1 : -1);
        return [.. hits];
    }

    /// <summary>The worst hit is on top: the lowest score, of equal ones the latest document.</summary>
    private static bool IsWorse(Hit one, Hit other) => one.Score < other.Score || (one.Score == other.Score && one.Document > other.Document);

    private void Rise(int at)
    {
        var hit = _heap[at];
        while (at > 0 && IsWorse(hit, _heap[(at - 1) / 2]))
        {
            _heap[at] = _heap[(at - 1) / 2];
            at = (at - 1) / 2;
        }

        _heap[at] = hit;
    }

    private void Sink()
    {
        var hit = _heap[0];
        var at = 0;
        for (var child = 1; child < _count; child = (at * 2) + 1)
        {
            if (child + 1 < _count && IsWorse(_heap[child + 1], _heap[child])) child++;
            if (!IsWorse(_heap[child], hit)) break;
            _heap[at] = _heap[child];
            at = child;
        }

        _heap[at] = hit;
    }
}
