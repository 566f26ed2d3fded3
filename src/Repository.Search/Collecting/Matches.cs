using System.Collections.Immutable;
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
            for (var document = matched.FirstAtLeast(0); document != PostingsCursor.NoMoreDocuments; document = matched.FirstAtLeast(document + 1))
                yield return first + document;
        }
    }

    internal BitSet? Of(int segment) => _bySegment[segment];
}
