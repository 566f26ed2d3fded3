namespace Repository.Search.Queries.Scoring;

/// <summary>
/// Documents that all required clauses match and no excluded one; optional clauses add to the score. Where one clause is much rarer than the rest its documents
/// are looked up in the others one by one; otherwise whole windows are intersected, which costs less than jumping about.
/// </summary>
internal sealed class ConjunctionScorer : Scorer
{
    /// <summary>Looking one document up costs about as much as walking this many.</summary>
    private const int LookupCost = 24;

    private readonly Required[] _required;
    private readonly Scorer[] _optional;
    private readonly Scorer[] _excluded;
    private readonly bool _byLookup;
    private int _document = -1;

    public ConjunctionScorer(IEnumerable<Required> required, IEnumerable<Scorer> optional, IEnumerable<Scorer> excluded)
    {
        _required = [.. required.OrderBy(clause => clause.Scorer.Cost)];
        _optional = [.. optional];
        _excluded = [.. excluded];
        MaxScore = (float)_required.Where(clause => clause.Scores).Select(clause => clause.Scorer).Concat(_optional).Sum(clause => (double)clause.MaxScore);
        var walk = _required.Select(clause => clause.Scorer).Concat(_optional).Concat(_excluded).Sum(clause => clause.Cost);
        _byLookup = Cost * LookupCost < walk;
    }

    public override int Document => _document;

    public override int Ahead => Math.Max(_document, Lead.Ahead);

    public override long Cost => Lead.Cost;

    public override float MaxScore { get; }

    private Scorer Lead => _required[0].Scorer;

    public override int Next() => _document = Match(Lead.Document > _document ? Lead.Document : Lead.Next());

    public override int Advance(int target) => _document = Match(Lead.MoveTo(target));

    public override float Score()
    {
        var sum = 0.0;
        foreach (var (clause, scores) in _required)
        {
            if (scores) sum += clause.Score();
        }

        foreach (var clause in _optional)
        {
            if (clause.MoveTo(_document) == _document) sum += clause.Score();
        }

        return (float)sum;
    }

    public override void AddTo(ScoreWindow window, double enough)
    {
        if (_byLookup)
        {
            base.AddTo(window, enough);
            return;
        }

        var (sums, part) = (WindowPool.Rent(), WindowPool.Rent());
        sums.Begin(window);
        if (MaxScore <= enough) MarkMatches(sums, part);
        else if (Intersect(sums, part)) AddOptional(sums, part);
        window.Take(sums);
        _document = window.End - 1;
        WindowPool.Return(sums);
        WindowPool.Return(part);
    }

    public override void AddAmong(ScoreWindow wanted, ScoreWindow window)
    {
        // Scores that nobody wants do no harm; going from document to document, at every depth of a nested query, would.
        if (_byLookup) base.AddAmong(wanted, window);
        else AddTo(window, double.NegativeInfinity);
    }

    public override void MarkIn(ScoreWindow window)
    {
        if (_byLookup)
        {
            base.MarkIn(window);
            return;
        }

        var (marks, part) = (WindowPool.Rent(), WindowPool.Rent());
        marks.Begin(window);
        MarkMatches(marks, part);
        window.Take(marks);
        _document = window.End - 1;
        WindowPool.Return(marks);
        WindowPool.Return(part);
    }

    private int Match(int document)
    {
        while (document != NoMoreDocuments)
        {
            var other = Agreed(document);
            if (other == document && !IsExcluded(document)) return document;
            document = other == document ? Lead.Next() : Lead.MoveTo(other);
        }

        return NoMoreDocuments;
    }

    /// <summary>The document itself when all required clauses have it; else the next one that may be.</summary>
    private int Agreed(int document)
    {
        for (var i = 1; i < _required.Length; i++)
        {
            var other = _required[i].Scorer.MoveTo(document);
            if (other != document) return other;
        }

        return document;
    }

    private bool IsExcluded(int document)
    {
        foreach (var clause in _excluded)
        {
            if (clause.MoveTo(document) == document) return true;
        }

        return false;
    }

    private void MarkMatches(ScoreWindow marks, ScoreWindow part)
    {
        Lead.MarkIn(marks);
        for (var i = 1; i < _required.Length && !marks.IsEmpty; i++)
        {
            part.Begin(marks);
            _required[i].Scorer.MarkIn(part);
            marks.Intersect(part);
        }

        if (!marks.IsEmpty) Exclude(marks, part);
    }

    private bool Intersect(ScoreWindow sums, ScoreWindow part)
    {
        if (_required[0].Scores) Lead.AddTo(sums, double.NegativeInfinity);
        else Lead.MarkIn(sums);
        for (var i = 1; i < _required.Length && !sums.IsEmpty; i++)
        {
            var (clause, scores) = _required[i];
            part.Begin(sums);
            if (scores) clause.AddAmong(sums, part);
            else clause.MarkIn(part);
            sums.Intersect(part);
            if (scores) sums.AddScores(part);
        }

        if (!sums.IsEmpty) Exclude(sums, part);
        sums.DropUnmarked();
        return !sums.IsEmpty;
    }

    private void Exclude(ScoreWindow marks, ScoreWindow part)
    {
        if (_excluded.Length == 0) return;
        part.Begin(marks);
        foreach (var clause in _excluded) clause.MarkIn(part);
        marks.Except(part);
    }

    private void AddOptional(ScoreWindow sums, ScoreWindow part)
    {
        foreach (var clause in _optional)
        {
            part.Begin(sums);
            clause.AddAmong(sums, part);
            sums.AddScores(part);
        }

        if (_optional.Length > 0) sums.DropUnmarked();
    }

    /// <summary>A clause that must match; a filter does not score.</summary>
    public readonly record struct Required(Scorer Scorer, bool Scores);
}
