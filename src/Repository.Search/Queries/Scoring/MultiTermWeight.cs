using Repository.Search.Indexing;

namespace Repository.Search.Queries.Scoring;

/// <summary>Documents that have any of many terms, which all score the same: prefix, wildcard and range of terms.</summary>
internal sealed class MultiTermWeight(string field, Func<TermDictionary, IEnumerable<int>> terms, float boost) : Weight
{
    /// <summary>A term is common when one document in so many has it.</summary>
    private const int Common = 64;

    /// <summary>After so many rare terms it is looked whether there is any document left to be found.</summary>
    private const int Stride = 256;

    public override Scorer? CreateScorer(Segment segment)
    {
        if (segment.Field(field) is not { } postings) return null;
        int[] all = [.. terms(postings.Terms)];
        if (all.Length == 0) return null;
        var documents = new BitSet(segment.DocumentCount);
        Unite(postings, all, documents);
        return new BitSetScorer(documents, documents.Count(), boost);
    }

    /// <summary>The common terms come first: where there are some, they most often leave nothing to the many rare ones.</summary>
    private static void Unite(FieldPostings postings, int[] all, BitSet documents)
    {
        var least = postings.DocumentCount / Common;
        var cursor = postings.Open(all[0]);
        foreach (var term in all)
        {
            if (postings.DocumentFrequency(term) > least) Add(cursor, term, documents);
        }

        for (var i = 0; i < all.Length; i++)
        {
            if (i % Stride == 0 && documents.Count() == postings.DocumentCount) return;
            if (postings.DocumentFrequency(all[i]) <= least) Add(cursor, all[i], documents);
        }
    }

    private static void Add(PostingsCursor cursor, int term, BitSet documents)
    {
        cursor.Open(term);
        cursor.AddTo(documents);
    }
}
