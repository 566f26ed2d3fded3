namespace Repository.Search.Queries.Scoring;

/// <summary>
/// Documents that at least one clause matches; the scores of those that do are summed. In a window the clauses that together cannot lift a document over what
/// counts are only counted, except for documents the others brought near it (the idea of MaxScore, Turtle and Flood 1995): totals stay exact.
/// </summary>
internal sealed class DisjunctionScorer : Scorer
{
    private readonly Scorer[] _clauses;
    private readonly int[] _documents;
    private int _document = -1;

    public DisjunctionScorer(IEnumerable<Scorer> clauses)
    {
        // From the least to the most a clause can add: the first ones are those that may not matter.
        _clauses = [.. clauses.OrderBy(clause => clause.MaxScore)];
        _documents = [.. _clauses.Select(clause => clause.Document)];
        Cost = _clauses.Sum(clause => clause.Cost);
        MaxScore = (float)_clauses.Sum(clause => (double)clause.MaxScore);
    }

    public override int Document => _document;

    public override long Cost { get; }

    public override float MaxScore { get; }

    public override int Next()
    {
        var next = NoMoreDocuments;
        for (var i = 0; i < _clauses.Length; i++)
        {
            if (_documents[i] == _document) _documents[i] = _clauses[i].Next();
            next = Math.Min(next, _documents[i]);
        }

        return _document = next;
    }

    public override int Advance(int target)
    {
        var next = NoMoreDocuments;
        for (var i = 0; i < _clauses.Length; i++)
        {
            if (_documents[i] < target) _documents[i] = _clauses[i].Advance(target);
            next = Math.Min(next, _documents[i]);
        }

        return _document = next;
    }

    public override float Score()
    {
        var sum = 0.0;
        for (var i = 0; i < _clauses.Length; i++)
        {
            if (_documents[i] == _document) sum += _clauses[i].Score();
        }

        return (float)sum;
    }

    public override void AddTo(ScoreWindow window, double enough)
    {
        var (idle, bound) = Idle(enough);
        if (idle == _clauses.Length)
        {
            MarkIn(window);
            return;
        }

        var sums = WindowPool.Rent();
        sums.Begin(window);
        for (var i = idle; i < _clauses.Length; i++) _clauses[i].AddTo(sums, idle == 0 && _clauses.Length == 1 ? enough : double.NegativeInfinity);
        if (idle > 0) AddIdle(idle, sums, enough - bound);
        window.Take(sums);
        WindowPool.Return(sums);
        Settle();
    }

    public override void MarkIn(ScoreWindow window)
    {
        foreach (var clause in _clauses) clause.MarkIn(window);
        Settle();
    }

    public override void AddAmong(ScoreWindow wanted, ScoreWindow window)
    {
        var sums = WindowPool.Rent();
        sums.Begin(window);
        foreach (var clause in _clauses) clause.AddAmong(wanted, sums);
        window.Take(sums);
        WindowPool.Return(sums);
        Settle();
    }

    private void AddIdle(int idle, ScoreWindow sums, double near)
    {
        var wanted = WindowPool.Rent();
        wanted.Begin(sums);
        wanted.MarkAbove(sums, near);
        for (var i = 0; i < idle; i++)
        {
            if (wanted.IsEmpty) _clauses[i].MarkIn(sums);
            else _clauses[i].AddAmong(wanted, sums);
        }

        WindowPool.Return(wanted);
    }

    /// <summary>How many clauses together cannot score more than that, and what they can.</summary>
    private (int Count, double Bound) Idle(double enough)
    {
        var (count, bound) = (0, 0.0);
        while (count < _clauses.Length && bound + _clauses[count].MaxScore <= enough) bound += _clauses[count++].MaxScore;
        return (count, bound);
    }

    private void Settle()
    {
        var next = NoMoreDocuments;
        for (var i = 0; i < _clauses.Length; i++)
        {
            _documents[i] = _clauses[i].Document;
            next = Math.Min(next, _documents[i]);
        }

        _document = next;
    }
}
