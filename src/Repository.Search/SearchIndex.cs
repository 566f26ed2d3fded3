using System.Collections.Immutable;
using System.Text;
using Repository.Search.Indexing;

namespace Repository.Search;

/// <summary>
/// An index that is written to while it is searched. Writers take turns; readers take <see cref="Searcher"/> and are never blocked. What a batch adds can be
/// found as soon as <see cref="Apply"/> returns. Segments are merged beside all that, large ones on another thread.
/// </summary>
public sealed class SearchIndex
{
    /// <summary>Merging so few documents takes less than a millisecond or two: not worth another thread.</summary>
    private const int MergedAtOnce = 512;

    /// <summary>About 64 MB of tokens, and as much again while they are sorted.</summary>
    public const int TokensAtOnce = 8_000_000;

    private readonly Lock _writing = new();
    private volatile IndexSearcher _searcher;
    private Task _merging = Task.CompletedTask;

    public SearchIndex(IndexSchema schema)
        : this(schema, [])
    {
    }

    internal SearchIndex(IndexSchema schema, ImmutableArray<LiveSegment> segments)
    {
        Schema = schema;
        _searcher = new IndexSearcher(segments);
    }

    public IndexSchema Schema { get; }

    /// <summary>The current state.</summary>
    public IndexSearcher Searcher => _searcher;

    /// <summary>Takes documents in, each in place of the one with the same key, and others out. All of it is found from one moment on, or none.</summary>
    public IndexSearcher Apply(IEnumerable<IndexDocument> documents, IEnumerable<string> removedKeys) => Take(Analyse(documents), removedKeys);

    /// <summary>The same with documents that were analysed before, which takes most of the time; anything may have been written since.</summary>
    public IndexSearcher Take(AnalysedDocuments documents, params IEnumerable<string> removedKeys) => Append(documents.Segment, documents.Keys.Concat(removedKeys));

    /// <summary>Analyses documents without taking them in. Needs no turn. Of several with one key the last counts.</summary>
    public AnalysedDocuments Analyse(IEnumerable<IndexDocument> documents)
    {
        List<IndexDocument> all = [.. documents];
        var last = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < all.Count; i++) last[all[i].Key] = i;
        var builder = new SegmentBuilder(Schema);
        for (var i = 0; i < all.Count; i++)
        {
            if (last[all[i].Key] == i) builder.Add(all[i]);
        }

        return new AnalysedDocuments(builder.Finish(), [.. last.Keys]);
    }

    /// <summary>
    /// Takes many documents in, as <see cref="Apply"/> does, without holding them all in memory: they can be found a part at a time.
    /// </summary>
    /// <param name="documents">The documents; a later one takes the place of an earlier one with the same key.</param>
    /// <param name="tokensAtOnce">How many tokens make a segment. Fewer take less memory meanwhile, eight bytes each and as much again while they are sorted, and more merging.</param>
    public IndexSearcher Load(IEnumerable<IndexDocument> documents, int tokensAtOnce = TokensAtOnce)
    {
        var builder = new SegmentBuilder(Schema);
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var document in documents)
        {
            if (builder.TokenCount >= tokensAtOnce || keys.Contains(document.Key))
            {
                Append(builder.Finish(), keys);
                builder = new SegmentBuilder(Schema);
                keys.Clear();
            }

            builder.Add(document);
            keys.Add(document.Key);
        }

        return Append(builder.Finish(), keys);
    }

    /// <summary>Waits until no merge is under way.</summary>
    public async Task SettleAsync()
    {
        while (true)
        {
            Task merging;
            lock (_writing) merging = _merging;
            await merging;
            lock (_writing)
            {
                if (ReferenceEquals(merging, _merging)) return;
            }
        }
    }

    /// <summary>Merges everything into one segment.</summary>
    public IndexSearcher MergeAll()
    {
        lock (_writing)
        {
            var segments = _searcher.Segments;
            if (segments.Length > 1 || segments.Any(segment => segment.DeletedCount > 0)) Swap([new LiveSegment(SegmentMerger.Merge(segments), null, 0)]);
            return _searcher;
        }
    }

    /// <summary>Takes in a segment as it is, behind all others. The keys are those of documents that are gone or replaced.</summary>
    internal IndexSearcher Append(Segment added, IEnumerable<string> goneKeys)
    {
        lock (_writing)
        {
            var segments = Without(_searcher.Segments, goneKeys);
            if (added.DocumentCount > 0) segments = segments.Add(new LiveSegment(added, null, 0));
            Swap(segments);
            Merge();
            return _searcher;
        }
    }

    private static ImmutableArray<LiveSegment> Without(ImmutableArray<LiveSegment> segments, IEnumerable<string> goneKeys)
    {
        var deleted = new BitSet?[segments.Length];
        foreach (var key in goneKeys)
        {
            var bytes = Encoding.UTF8.GetBytes(key);
            for (var i = 0; i < segments.Length; i++)
            {
                var document = segments[i].Segment.Keys.Find(bytes);
                if (document < 0) continue;
                deleted[i] ??= segments[i].Deleted?.Copy() ?? new BitSet(segments[i].Segment.DocumentCount);
                deleted[i]!.Add(document);
            }
        }

        return [.. segments.Select((segment, i) => deleted[i] is { } gone ? new LiveSegment(segment.Segment, gone, segment.FirstDocument) : segment)];
    }

    private void Swap(IEnumerable<LiveSegment> segments)
    {
        var placed = ImmutableArray.CreateBuilder<LiveSegment>();
        var first = 0;
        foreach (var segment in segments)
        {
            // A segment of which nothing is left is gone.
            if (segment.LiveCount == 0) continue;
            placed.Add(segment.FirstDocument == first ? segment : new LiveSegment(segment.Segment, segment.Deleted, first));
            first += segment.Segment.DocumentCount;
        }

        _searcher = new IndexSearcher(placed.ToImmutable());
    }

    private void Merge()
    {
        while (_merging.IsCompleted && MergePolicy.Choose(_searcher.Segments) is var (first, count))
        {
            var sources = _searcher.Segments.Slice(first, count);
            if (sources.Sum(source => source.LiveCount) > MergedAtOnce)
            {
                _merging = Task.Run(() => MergeBeside(sources));
                return;
            }

            Replace(sources, SegmentMerger.Merge(sources));
        }
    }

    private void MergeBeside(ImmutableArray<LiveSegment> sources)
    {
        var merged = SegmentMerger.Merge(sources);
        lock (_writing)
        {
            Replace(sources, merged);
            _merging = Task.CompletedTask;
            Merge();
        }
    }

    /// <summary>Puts the merged segment in the place of its sources; what was deleted from them meanwhile is deleted from it.</summary>
    private void Replace(ImmutableArray<LiveSegment> sources, Segment merged)
    {
        var segments = _searcher.Segments;
        var left = sources.Select(source => segments.FirstOrDefault(segment => segment.Segment == source.Segment)).ToList();
        var first = segments.TakeWhile(segment => sources.All(source => source.Segment != segment.Segment)).Count();
        var gone = new BitSet(merged.DocumentCount);
        var place = 0;
        for (var i = 0; i < sources.Length; i++)
        {
            for (var document = 0; document < sources[i].Segment.DocumentCount; document++)
            {
                if (sources[i].Deleted?[document] == true) continue;
                if (left[i] is not { } now || now.Deleted?[document] == true) gone.Add(place);
                place++;
            }
        }

        var others = segments.Where(segment => sources.All(source => source.Segment != segment.Segment)).ToList();
        others.Insert(Math.Min(first, others.Count), new LiveSegment(merged, gone.Count() == 0 ? null : gone, 0));
        Swap(others);
    }
}
