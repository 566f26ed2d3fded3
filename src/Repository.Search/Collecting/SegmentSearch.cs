using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Repository.Search.Indexing;
using Repository.Search.Queries.Scoring;

namespace Repository.Search.Collecting;

/// <summary>
/// Searches one segment window by window: counts every match, and hands on to the hits what scores enough. As soon as nothing can score enough any more the
/// rest is only counted.
/// </summary>
internal static class SegmentSearch
{
    /// <summary>Says how many documents match; notes them in <paramref name="matches"/> when that is given.</summary>
    public static int Run(Scorer scorer, LiveSegment segment, TopHits hits, BitSet? matches)
    {
        var window = WindowPool.Rent();
        var total = 0;
        for (var from = 0; from < segment.Segment.DocumentCount;)
        {
            window.Begin(from);
            if (scorer.MaxScore <= hits.Least) scorer.MarkIn(window);
            else scorer.AddTo(window, hits.Least);
            if (segment.Deleted is not null) DropDeleted(window, segment.Deleted);
            var found = Count(window);
            if (found > 0)
            {
                total += found;
                if (matches is not null) Note(window, matches);
                if (scorer.MaxScore > hits.Least) Collect(window, segment.FirstDocument, hits);
            }

            var ahead = scorer.Ahead;
            if (ahead == Scorer.NoMoreDocuments) break;
            from = Math.Max(window.End, ahead & ~(ScoreWindow.Size - 1));
        }

        WindowPool.Return(window);
        return total;
    }

    private static int Count(ScoreWindow window)
    {
        var count = 0;
        foreach (var word in window.Matched) count += BitOperations.PopCount(word);
        return count;
    }

    private static void DropDeleted(ScoreWindow window, BitSet deleted)
    {
        var words = deleted.Words[(window.From / 64)..];
        var marks = window.Matched;
        for (var i = 0; i < Math.Min(words.Length, marks.Length); i++) marks[i] &= ~words[i];
    }

    private static void Note(ScoreWindow window, BitSet matches)
    {
        var words = matches.Words[(window.From / 64)..];
        window.Matched[..Math.Min(words.Length, window.Matched.Length)].CopyTo(words);
    }

    private static void Collect(ScoreWindow window, int first, TopHits hits)
    {
        for (var word = 0; word < window.Matched.Length; word++)
        {
            var bits = window.Matched[word];
            if (bits == 0 || (hits.Least >= 0 && !AnyAbove(window, word, hits.Least))) continue;
            for (; bits != 0; bits &= bits - 1)
            {
                var at = (word << 6) + BitOperations.TrailingZeroCount(bits);
                hits.Add(first + window.From + at, (float)window.Scores[at]);
            }
        }
    }

    /// <summary>Whether one of 64 scores is above the least; most often none is.</summary>
    private static bool AnyAbove(ScoreWindow window, int word, float least)
    {
        ref var scores = ref MemoryMarshal.GetReference(window.Scores.Slice(word * 64, 64));
        var bound = Vector256.Create((double)least);
        for (nuint i = 0; i < 64; i += 8)
        {
            if (Vector256.GreaterThanAny(Vector256.Max(Vector256.LoadUnsafe(ref scores, i), Vector256.LoadUnsafe(ref scores, i + 4)), bound)) return true;
        }

        return false;
    }
}
