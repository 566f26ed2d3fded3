using Repository.Search.Indexing;

namespace Repository.Search.Queries.Scoring;

/// <summary>Documents that have all terms of a phrase, near enough to where the phrase has them.</summary>
internal sealed class PhraseScorer : Scorer
{
    /// <summary>The postings to be walked, the rarest first.</summary>
    private readonly PostingsCursor[] _postings;
    private readonly PhraseTerm[] _repeated;
    private readonly ExactPhrase? _exact;
    private readonly SloppyPhrase? _sloppy;
    private readonly byte[] _lengths;
    private readonly Bm25 _bm25;
    private int _document = -1;
    private float _frequency;

    public PhraseScorer(PhraseTerm[] terms, int slop, byte[] lengths, Bm25 bm25)
    {
        // A term that is repeated stays behind its first place: it takes its positions from there.
        PhraseTerm[] rarestFirst = [.. terms.OrderBy(term => term.Postings.DocumentFrequency)];
        _postings = [.. rarestFirst.Where(term => !term.IsRepeated).Select(term => term.Postings)];
        _repeated = [.. terms.Where(term => term.Times > 1)];
        if (slop == 0) _exact = new ExactPhrase(rarestFirst);
        else _sloppy = new SloppyPhrase(rarestFirst, slop);
        _lengths = lengths;
        _bm25 = bm25;
    }

    public override int Document => _document;

    public override long Cost => _postings[0].DocumentFrequency;

    public override float MaxScore => _bm25.Weight;

    public override int Next() => _document = Match(_postings[0].Next());

    public override int Advance(int target) => _document = Match(_postings[0].Advance(target));

    public override float Score() => _bm25.Score(_frequency, _lengths[_document]);

    private int Match(int document)
    {
        while (document != NoMoreDocuments)
        {
            var other = Agreed(document);
            if (other == document && HasPhrase()) return document;
            document = other == document ? _postings[0].Next() : MoveTo(0, other);
        }

        return NoMoreDocuments;
    }

    private int Agreed(int document)
    {
        for (var i = 1; i < _postings.Length; i++)
        {
            var other = MoveTo(i, document);
            if (other != document) return other;
        }

        return document;
    }

    private int MoveTo(int term, int document)
    {
        var postings = _postings[term];
        return postings.Document >= document ? postings.Document : postings.Advance(document);
    }

    private bool HasPhrase()
    {
        foreach (var term in _repeated)
        {
            // Each place of the phrase takes an occurrence of its own.
            if (term.Postings.Frequency < term.Times) return false;
        }

        _frequency = _exact?.Count() ?? _sloppy!.Frequency();
        return _frequency > 0;
    }
}
