using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Repository.Search.Queries.Scoring;

/// <summary>
/// A stretch of 2,048 document numbers that is scored as a whole: each clause adds its part to an array, instead of being asked document by document.
/// Sums are kept in double and cut to float where a boolean query ends, as Lucene does it.
/// </summary>
internal sealed class ScoreWindow
{
    public const int Size = 2048;

    private readonly double[] _scores = new double[Size];
    private readonly ulong[] _matched = new ulong[Size / 64];

    /// <summary>The first document of the window.</summary>
    public int From { get; private set; }

    /// <summary>The first document behind the window.</summary>
    public int End => From + Size;

    public Span<ulong> Matched => _matched;

    public Span<double> Scores => _scores;

    public bool IsEmpty => _matched.AsSpan().IndexOfAnyExcept(0UL) < 0;

    public void Begin(int from)
    {
        From = from;
        _scores.AsSpan().Clear();
        _matched.AsSpan().Clear();
    }

    public void Begin(ScoreWindow same) => Begin(same.From);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int document, float score)
    {
        var at = document - From;
        _scores[at] += score;
        _matched[at >> 6] |= 1UL << at;
    }

    /// <summary>Marks documents given as bits from the first of the window on, and adds the same score to each.</summary>
    public void AddAll(ReadOnlySpan<ulong> documents, float score)
    {
        for (var word = 0; word < documents.Length; word++)
        {
            var bits = documents[word];
            _matched[word] |= bits;
            if (bits == ulong.MaxValue)
            {
                foreach (ref var sum in _scores.AsSpan(word * 64, 64)) sum += score;
                continue;
            }

            for (; bits != 0; bits &= bits - 1) _scores[(word << 6) + BitOperations.TrailingZeroCount(bits)] += score;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Mark(int document)
    {
        var at = document - From;
        _matched[at >> 6] |= 1UL << at;
    }

    public bool Has(int document) => (_matched[(document - From) >> 6] & (1UL << (document - From))) != 0;

    /// <summary>Adds another window's marks and its scores, each cut to float first.</summary>
    public void Take(ScoreWindow other)
    {
        for (var i = 0; i < _matched.Length; i++) _matched[i] |= other._matched[i];
        AddScores(other);
    }

    /// <summary>Keeps the marks that the other window has as well.</summary>
    public void Intersect(ScoreWindow other)
    {
        for (var i = 0; i < _matched.Length; i++) _matched[i] &= other._matched[i];
    }

    /// <summary>Takes away the marks that the other window has.</summary>
    public void Except(ScoreWindow other)
    {
        for (var i = 0; i < _matched.Length; i++) _matched[i] &= ~other._matched[i];
    }

    public void AddScores(ScoreWindow other)
    {
        ref var mine = ref MemoryMarshal.GetArrayDataReference(_scores);
        ref var theirs = ref MemoryMarshal.GetArrayDataReference(other._scores);
        for (nuint i = 0; i < Size; i += 8)
        {
            var cut = Vector256.Narrow(Vector256.LoadUnsafe(ref theirs, i), Vector256.LoadUnsafe(ref theirs, i + 4));
            var (low, high) = Vector256.Widen(cut);
            (Vector256.LoadUnsafe(ref mine, i) + low).StoreUnsafe(ref mine, i);
            (Vector256.LoadUnsafe(ref mine, i + 4) + high).StoreUnsafe(ref mine, i + 4);
        }
    }

    /// <summary>Forgets the scores of documents that are not marked.</summary>
    public void DropUnmarked()
    {
        for (var word = 0; word < _matched.Length; word++)
        {
            if (_matched[word] == ulong.MaxValue) continue;
            var scores = _scores.AsSpan(word * 64, 64);
            if (_matched[word] == 0)
            {
                scores.Clear();
                continue;
            }

            for (var missing = ~_matched[word]; missing != 0; missing &= missing - 1) scores[BitOperations.TrailingZeroCount(missing)] = 0;
        }
    }

    /// <summary>Marks, among this window's documents, those of the other whose score is above what is given.</summary>
    public void MarkAbove(ScoreWindow other, double least)
    {
        for (var word = 0; word < _matched.Length; word++)
        {
            for (var bits = other._matched[word]; bits != 0; bits &= bits - 1)
            {
                var bit = BitOperations.TrailingZeroCount(bits);
                if (other._scores[(word << 6) + bit] > least) _matched[word] |= 1UL << bit;
            }
        }
    }
}
