using Repository.Search.Indexing;

namespace Repository.Search.Queries.Scoring;

/// <summary>A phrase of at least two terms, as their UTF-8 bytes.</summary>
internal sealed class PhraseWeight(PhraseQuery phrase, byte[][] terms, Bm25 bm25) : Weight
{
    public override Scorer? CreateScorer(Segment segment)
    {
        if (segment.Field(phrase.Field) is not { HasPositions: true } postings) return null;
        var members = new PhraseTerm[terms.Length];
        var firsts = new Dictionary<int, PhraseTerm>();
        for (var i = 0; i < terms.Length; i++)
        {
            var number = postings.Terms.Find(terms[i]);
            if (number < 0) return null;
            if (firsts.TryGetValue(number, out var first)) members[i] = first.Again(phrase.Offsets[i]);
            else firsts.Add(number, members[i] = new PhraseTerm(postings.Open(number), phrase.Offsets[i], twin: null));
        }

        return new PhraseScorer(members, phrase.Slop, postings.Lengths!, bm25);
    }
}
