namespace Repository.Search.Queries.Scoring;

/// <summary>Documents that have all terms of a phrase, near enough to where the phrase has them.</summary>
internal sealed class PhraseScorer : Scorer
{
    private readonly PhraseTerm[] _terms;
    private readonly int _slop;
    private readonly byte[] _lengths;
    private readonly Bm25 _bm25;
    private int _document = -1;
    private float _frequency;

    public PhraseScorer(PhraseTerm[] terms, int slop, byte[] lengths, Bm25 bm25)
    {
        _terms = [.. terms.OrderBy(term => term.Postings.DocumentFrequency)];
        _slop = slop;
        _lengths = lengths;
        _bm25 = bm25;
    }

    public override int Document => _document;

    public override long Cost => _terms[0].Postings.DocumentFrequency;

    public override float MaxScore => _bm25.Weight;

    public override int Next() => _document = Match(_terms[0].Postings.Next());

    public override int Advance(int target) => _document = Match(_terms[0].Postings.Advance(target));

    public override float Score() => _bm25.Score(_frequency, _lengths[_document]);

    private int Match(int document)
    {
        while (document != NoMoreDocuments)
        {
            var other = Agreed(document);
            if (other == document && HasPhrase()) return document;
            document = other == document ? _terms[0].Postings.Next() : MoveTo(0, other);
        }

        return NoMoreDocuments;
    }

    private int Agreed(int document)
    {
        for (var i = 1; i < _terms.Length; i++)
        {
            var other = MoveTo(i, document);
            if (other != document) return other;
        }

        return document;
    }

    private int MoveTo(int term, int document)
    {
        var postings = _terms[term].Postings;
        return postings.Document >= document ? postings.Document : postings.Advance(document);
    }

    private bool HasPhrase()
    {
        foreach (var term in _terms) term.Read();
        _frequency = _slop == 0 ? ExactPhrase.Count(_terms) : SloppyPhrase.Frequency(_terms, _slop);
        return _frequency > 0;
    }
}
