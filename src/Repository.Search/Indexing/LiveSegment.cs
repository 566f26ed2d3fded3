namespace Repository.Search.Indexing;

/// <summary>A segment with what has been deleted from it since, and where its documents begin in the numbering of the whole index.</summary>
internal sealed record LiveSegment(Segment Segment, BitSet? Deleted, int FirstDocument)
{
    public int DeletedCount { get; } = Deleted?.Count() ?? 0;

    public int LiveCount => Segment.DocumentCount - DeletedCount;
}
