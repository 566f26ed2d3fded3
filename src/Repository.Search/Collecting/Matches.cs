using System.Collections.Immutable;
using System.Numerics;
using Repository.Search.Indexing;

namespace Repository.Search.Collecting;

/// <summary>All documents that match a query, segment by segment.</summary>
public sealed class Matches
{
    private readonly ImmutableArray<BitSet?> _bySegment;

    internal Matches(IndexSearcher searcher, ImmutableArray<BitSet?> bySegment)
    {
        Searcher = searcher;
        _bySegment = bySegment;
    }

    public IndexSearcher Searcher { get; }

    /// <summary>The documents in ascending order.</summary>
    public IEnumerable<int> Documents()
    {
        for (var i = 0; i < _bySegment.Length; i++)
        {
            if (_bySegment[i] is not { } matched) continue;
            var first = Searcher.Segments[i].FirstDocument;
            for (var word = 0; word < matched.Words.Length; word++)
            {
                for (var bits = matched.Words[word]; bits != 0; bits &= bits - 1) yield return first + (word << 6) + BitOperations.TrailingZeroCount(bits);
            }
        }
    }

    internal BitSet? Of(int segment) => _bySegment[segment];
}
