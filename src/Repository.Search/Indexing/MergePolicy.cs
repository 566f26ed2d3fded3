using System.Collections.Immutable;

namespace Repository.Search.Indexing;

/// <summary>
/// Says which neighbouring segments should become one. Sizes stay in a falling row: the newest segments are merged once there are too many, together with those
/// before them that are not much larger, so that a document is written anew only a few times in its life.
/// </summary>
internal static class MergePolicy
{
    private const int MostSegments = 8;
    private const int MuchLarger = 4;
    private const double MostDeleted = 0.4;

    /// <summary>The first of the segments to merge and how many there are; null when all is well.</summary>
    public static (int First, int Count)? Choose(ImmutableArray<LiveSegment> segments)
    {
        if (segments.Length > MostSegments) return Newest(segments);
        for (var i = 0; i < segments.Length; i++)
        {
            if (segments[i].DeletedCount > segments[i].Segment.DocumentCount * MostDeleted) return (i, 1);
        }

        return null;
    }

    private static (int First, int Count) Newest(ImmutableArray<LiveSegment> segments)
    {
        var first = segments.Length - 2;
        var after = segments[^1].LiveCount;
        for (var i = first; i >= 0; i--)
        {
            if (segments[i].LiveCount <= MuchLarger * after) first = i;
            after += segments[i].LiveCount;
        }

        return (first, segments.Length - first);
    }
}
