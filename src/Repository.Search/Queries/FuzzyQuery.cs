using Repository.Search.Queries.Automata;
using Repository.Search.Queries.Scoring;

namespace Repository.Search.Queries;

/// <summary>Documents with a term at most so many edits away (insert, drop, replace, swap neighbours); nearer terms score higher.</summary>
public sealed record FuzzyQuery(string Field, string Term, int MaxEdits) : Query
{
    public const int MostEdits = 2;

    /// <summary>At most so many terms are looked for: the nearest.</summary>
    private const int MostTerms = 50;

    internal override Weight CreateWeight(IndexSearcher searcher, float boost)
    {
        var found = Nearest(searcher);
        if (found.Count == 0) return NoWeight.Instance;
        var most = found.Max(near => searcher.DocumentFrequency(Field, near.Term));
        return new BooleanWeight([.. found.Select(near =>
            (Occur.Should, new TermQuery(Field, string.Empty).CreateWeight(searcher, near.Term, most, boost * Math.Max(near.Similarity, 0))))]);
    }

    private List<(byte[] Term, float Similarity)> Nearest(IndexSearcher searcher)
    {
        var length = Term.EnumerateRunes().Count();
        var near = new SortedSet<(byte[] Term, float Similarity)>(Comparer<(byte[] Term, float Similarity)>.Create(ByNearness));
        foreach (var terms in searcher.Dictionaries(Field))
        {
            foreach (var (number, edits) in TermWalk.Near(terms, Term, MaxEdits))
            {
                var term = terms[number];
                var similarity = edits == 0 ? 1f : 1f - ((float)edits / Math.Min(length, Runes(term)));
                near.Add((term.ToArray(), similarity));
                if (near.Count > MostTerms) near.Remove(near.Max);
            }
        }

        return [.. near];
    }

    private static int ByNearness((byte[] Term, float Similarity) one, (byte[] Term, float Similarity) other)
    {
        var bySimilarity = other.Similarity.CompareTo(one.Similarity);
        return bySimilarity != 0 ? bySimilarity : one.Term.AsSpan().SequenceCompareTo(other.Term);
    }

    private static int Runes(ReadOnlySpan<byte> term)
    {
        var count = 0;
        foreach (var value in term)
        {
            if ((value & 0xC0) != 0x80) count++;
        }

        return count;
    }
}
