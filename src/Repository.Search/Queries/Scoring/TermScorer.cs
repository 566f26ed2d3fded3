using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Repository.Search.Indexing;

namespace Repository.Search.Queries.Scoring;

/// <summary>The documents of one term, scored by BM25.</summary>
internal sealed class TermScorer : Scorer
{
    /// <summary>Keywords have no length; the score takes 1 for it.</summary>
    private const byte NoLength = 1;

    private readonly PostingsCursor _postings;
    private readonly byte[]? _lengths;
    private readonly Bm25 _bm25;
    private readonly float[] _scores = new float[PackedBlock.Size];
    private int _scoredBlock = -1;

    public TermScorer(PostingsCursor postings, byte[]? lengths, Bm25 bm25)
    {
        _postings = postings;
        _lengths = lengths;
        _bm25 = bm25;
        MaxScore = Highest();
        if (lengths is null) _scores.AsSpan().Fill(bm25.Score(1, NoLength));
    }

    public override int Document => _postings.Document;

    public override long Cost => _postings.DocumentFrequency;

    public override float MaxScore { get; }

    public override int Next() => _postings.Next();

    public override int Advance(int target) => _postings.Advance(target);

    public override float Score() => _bm25.Score(_postings.Frequency, _lengths?[Document] ?? NoLength);

    public override void AddTo(ScoreWindow window, double enough)
    {
        for (var document = MoveTo(window.From); document < window.End;)
        {
            var documents = _postings.Block;
            var scores = BlockScores();
            var index = _postings.Index;
            for (; documents[index] < window.End; index++) window.Add(documents[index], scores[index]);
            document = _postings.Continue(index);
        }
    }

    public override void MarkIn(ScoreWindow window)
    {
        for (var document = MoveTo(window.From); document < window.End;)
        {
            var documents = _postings.Block;
            var index = _postings.Index;
            for (; documents[index] < window.End; index++) window.Mark(documents[index]);
            document = _postings.Continue(index);
        }
    }

    public override void AddAmong(ScoreWindow wanted, ScoreWindow window)
    {
        for (var document = MoveTo(window.From); document < window.End;)
        {
            var documents = _postings.Block;
            var index = _postings.Index;
            for (; documents[index] < window.End; index++)
            {
                if (wanted.Has(documents[index])) window.Add(documents[index], ScoreAt(index));
                else window.Mark(documents[index]);
            }

            document = _postings.Continue(index);
        }
    }

    private float ScoreAt(int index) =>
        _lengths is null || _scoredBlock == _postings.BlockNumber ? _scores[index] : _bm25.Score(_postings.BlockFrequencies[index], _lengths[_postings.Block[index]]);

    /// <summary>The scores of the whole current block: the division is the dear part, and a vector does eight at once.</summary>
    private ReadOnlySpan<float> BlockScores()
    {
        if (_lengths is null || _scoredBlock == _postings.BlockNumber) return _scores;
        _scoredBlock = _postings.BlockNumber;
        var frequencies = _postings.BlockFrequencies;
        var documents = _postings.Block;
        var inverses = _bm25.Inverses;
        for (var i = 0; i < frequencies.Length; i++) _scores[i] = inverses[_lengths[documents[i]]];
        ref var scores = ref MemoryMarshal.GetArrayDataReference(_scores);
        ref var counts = ref MemoryMarshal.GetReference(frequencies);
        var weight = Vector256.Create(_bm25.Weight);
        var whole = frequencies.Length - (frequencies.Length % Vector256<float>.Count);
        for (nuint i = 0; i < (nuint)whole; i += (nuint)Vector256<float>.Count)
        {
            var frequency = Vector256.ConvertToSingle(Vector256.LoadUnsafe(ref counts, i));
            (weight - (weight / (Vector256<float>.One + (frequency * Vector256.LoadUnsafe(ref scores, i))))).StoreUnsafe(ref scores, i);
        }

        for (var i = whole; i < frequencies.Length; i++) _scores[i] = _bm25.Weight - (_bm25.Weight / (1f + (frequencies[i] * _scores[i])));
        return _scores;
    }

    private float Highest()
    {
        if (_lengths is null) return _bm25.Score(1, NoLength);
        var highest = 0f;
        foreach (ref readonly var block in _postings.Directory) highest = Math.Max(highest, _bm25.Score(block.MaxFrequency, block.MinLength));
        return _postings.HasDirectory ? highest : _bm25.Weight;
    }
}
