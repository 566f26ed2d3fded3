using Repository.Search.Indexing;

namespace Repository.Search.Queries.Scoring;

/// <summary>Documents of a set, which all score the same.</summary>
internal sealed class BitSetScorer(BitSet documents, long cost, float score) : Scorer
{
    private int _document = -1;

    public override int Document => _document;

    public override long Cost => cost;

    public override float MaxScore => score;

    public override int Next() => _document = documents.FirstAtLeast(_document + 1);

    public override int Advance(int target) => _document = documents.FirstAtLeast(target);

    public override float Score() => score;

    public override void AddTo(ScoreWindow window, double enough)
    {
        if (score <= enough)
        {
            MarkIn(window);
            return;
        }

        var words = documents.Words[(window.From / 64)..];
        window.AddAll(words[..Math.Min(words.Length, window.Matched.Length)], score);
        _document = documents.FirstAtLeast(Math.Max(_document, window.End));
    }

    public override void AddAmong(ScoreWindow wanted, ScoreWindow window)
    {
        if (wanted.IsEmpty) MarkIn(window);
        else AddTo(window, double.NegativeInfinity);
    }

    public override void MarkIn(ScoreWindow window)
    {
        var words = documents.Words[(window.From / 64)..];
        var marks = window.Matched;
        for (var i = 0; i < Math.Min(words.Length, marks.Length); i++) marks[i] |= words[i];
        _document = documents.FirstAtLeast(Math.Max(_document, window.End));
    }
}
