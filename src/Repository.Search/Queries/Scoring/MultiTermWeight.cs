using System.Runtime.InteropServices;
using Repository.Search.Indexing;

namespace Repository.Search.Queries.Scoring;

/// <summary>Documents that have any of many terms, which all score the same: prefix, wildcard and range of terms. The terms are given as runs of their numbers.</summary>
internal sealed class MultiTermWeight(string field, Func<TermDictionary, IEnumerable<(int From, int To)>> terms, float boost) : Weight
{
    /// <summary>A term is common when one document in so many has it.</summary>
    private const int Common = 64;

    /// <summary>After so many rare terms it is looked whether there is any document left to be found.</summary>
    private const int Stride = 256;

    public override Scorer? CreateScorer(Segment segment)
    {
        if (segment.Field(field) is not { } postings) return null;
        var documents = new BitSet(segment.DocumentCount);
        var count = 0;
        List<int> rest = [];
        foreach (var (from, to) in terms(postings.Terms))
        {
            count += to - from;
            UniteBlocks(postings, from, to, documents, rest);
        }

        if (count == 0) return null;
        Unite(postings, CollectionsMarshal.AsSpan(rest), documents);
        return new BitSetScorer(documents, documents.Count(), boost);
    }

    private static void UniteBlocks(FieldPostings postings, int from, int to, BitSet documents, List<int> rest)
    {
        for (var term = from; term < to;)
        {
            if (term % TermBlocks.Size == 0 && term + TermBlocks.Size <= to)
            {
                documents.AddAll(postings.Blocks.From(term, documents.Size));
                term += TermBlocks.Size;
            }
            else
            {
                rest.Add(term++);
            }
        }
    }

    /// <summary>The common terms come first: where there are some, they most often leave nothing to the many rare ones.</summary>
    private static void Unite(FieldPostings postings, ReadOnlySpan<int> some, BitSet documents)
    {
        if (some.IsEmpty) return;
        var least = postings.DocumentCount / Common;
        var cursor = postings.Open(some[0]);
        foreach (var term in some)
        {
            if (postings.DocumentFrequency(term) > least) Add(cursor, term, documents);
        }

        for (var i = 0; i < some.Length; i++)
        {
            if (i % Stride == 0 && documents.Count() == postings.DocumentCount) return;
            if (postings.DocumentFrequency(some[i]) <= least) Add(cursor, some[i], documents);
        }
    }

    private static void Add(PostingsCursor cursor, int term, BitSet documents)
    {
        cursor.Open(term);
        cursor.AddTo(documents);
    }
}
