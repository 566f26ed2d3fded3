using System.Collections.Concurrent;
using System.Collections.Immutable;
using Repository.Search.Collecting;
using Repository.Search.Indexing;
using Repository.Search.Queries;
using Repository.Search.Queries.Scoring;

namespace Repository.Search;

/// <summary>
/// One state of an index, to be searched. It never changes: whoever holds it goes on seeing the same documents while others write. Safe for any number of threads.
/// </summary>
public sealed class IndexSearcher
{
    private readonly ConcurrentDictionary<string, FieldStatistics> _statistics = new(StringComparer.Ordinal);

    internal IndexSearcher(ImmutableArray<LiveSegment> segments)
    {
        Segments = segments;
        DocumentCount = segments.Sum(segment => segment.LiveCount);
    }

    /// <summary>How many documents can be found.</summary>
    public int DocumentCount { get; }

    /// <summary>In how many parts the documents lie.</summary>
    public int SegmentCount => Segments.Length;

    internal ImmutableArray<LiveSegment> Segments { get; }

    /// <summary>The best hits, the exact number of all matches and, if asked for, which those are.</summary>
    /// <param name="among">Which documents may be hits at all; they are counted as matches all the same.</param>
    public SearchResult Search(Query query, int take, bool allMatches = false, Predicate<int>? among = null)
    {
        var weight = query.CreateWeight(this, 1);
        var hits = new TopHits(take, among);
        var total = 0;
        var matches = allMatches ? ImmutableArray.CreateBuilder<BitSet?>(Segments.Length) : null;
        foreach (var segment in Segments)
        {
            var scorer = weight.CreateScorer(segment.Segment);
            var matched = scorer is not null && allMatches ? new BitSet(segment.Segment.DocumentCount) : null;
            if (scorer is not null) total += SegmentSearch.Run(scorer, segment, hits, matched);
            matches?.Add(matched);
        }

        return new SearchResult(total, hits.InOrder(), matches is null ? null : new Matches(this, matches.MoveToImmutable()));
    }

    /// <summary>One more than the highest number of a document.</summary>
    public int DocumentLimit => Segments is [.., var last] ? last.FirstDocument + last.Segment.DocumentCount : 0;

    /// <summary>The documents that can be found, in ascending order.</summary>
    public IEnumerable<int> Documents() => Segments.SelectMany(segment => Enumerable.Range(0, segment.Segment.DocumentCount)
        .Where(document => segment.Deleted?[document] != true).Select(document => segment.FirstDocument + document));

    /// <summary>The key under which a document was added.</summary>
    public string KeyOf(int document)
    {
        var segment = SegmentOf(document);
        return segment.Segment.KeyOf(document - segment.FirstDocument);
    }

    /// <summary>The terms of a field, each once; among them some of documents that are gone.</summary>
    public IEnumerable<string> Terms(string field) => Dictionaries(field).SelectMany(terms => Enumerable.Range(0, terms.Count).Select(terms.TextOf)).Distinct();

    internal LiveSegment SegmentOf(int document)
    {
        var at = Segments.Length - 1;
        while (Segments[at].FirstDocument > document) at--;
        return Segments[at];
    }

    internal FieldStatistics Statistics(string field) => _statistics.GetOrAdd(field, Gather);

    internal long DocumentFrequency(string field, ReadOnlySpan<byte> term)
    {
        var sum = 0L;
        foreach (var segment in Segments)
        {
            if (segment.Segment.Field(field) is not { } postings) continue;
            var number = postings.Terms.Find(term);
            if (number >= 0) sum += postings.DocumentFrequency(number);
        }

        return sum;
    }

    internal IEnumerable<TermDictionary> Dictionaries(string field) =>
        Segments.Select(segment => segment.Segment.Field(field)).OfType<FieldPostings>().Select(postings => postings.Terms);

    private FieldStatistics Gather(string field)
    {
        var (documents, tokens) = (0L, 0L);
        foreach (var segment in Segments)
        {
            if (segment.Segment.Field(field) is not { } postings) continue;
            documents += postings.DocumentCount;
            tokens += postings.TotalTokens;
        }

        return new FieldStatistics(documents, tokens);
    }
}
