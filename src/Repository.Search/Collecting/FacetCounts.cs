using System.Collections.Immutable;
using System.Text;
using Repository.Search.Indexing;

namespace Repository.Search.Collecting;

/// <summary>Counts the raw values of faceted fields over all matches: one pass over the documents for each field, one array element for each value.</summary>
public static class FacetCounts
{
    /// <summary>The most frequent values, by count and then by the order of their UTF-8 bytes. Values no match has are left out.</summary>
    public static ImmutableArray<FacetValue> Top(Matches matches, string field, int take)
    {
        var counted = Count(matches, field).Where(value => value.Count > 0).ToList();
        counted.Sort((one, other) => one.Count != other.Count ? other.Count.CompareTo(one.Count) : one.Value.AsSpan().SequenceCompareTo(other.Value));
        return [.. counted.Take(take).Select(value => new FacetValue(Encoding.UTF8.GetString(value.Value), value.Count))];
    }

    private static IEnumerable<(byte[] Value, int Count)> Count(Matches matches, string field)
    {
        var bySegment = matches.Searcher.Segments
            .Select((segment, i) => (Column: segment.Segment.FacetsOf(field), Matched: matches.Of(i)))
            .Where(pair => pair is { Column: not null, Matched: not null })
            .Select(pair => (pair.Column!.Values, Counts: Count(pair.Column, pair.Matched!)))
            .ToList();
        return bySegment is [var only]
            ? only.Counts.Select((count, ordinal) => (only.Values, ordinal, count)).Where(value => value.count > 0).Select(value => (value.Values[value.ordinal].ToArray(), value.count))
            : Together(bySegment);
    }

    private static IEnumerable<(byte[] Value, int Count)> Together(IEnumerable<(TermDictionary Values, int[] Counts)> bySegment)
    {
        var sums = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (values, counts) in bySegment)
        {
            for (var ordinal = 0; ordinal < counts.Length; ordinal++)
            {
                if (counts[ordinal] == 0) continue;
                var value = values.TextOf(ordinal);
                sums[value] = sums.GetValueOrDefault(value) + counts[ordinal];
            }
        }

        return sums.Select(sum => (Encoding.UTF8.GetBytes(sum.Key), sum.Value));
    }

    private static int[] Count(FacetColumn column, BitSet matched)
    {
        var counts = new int[column.Values.Count];
        if (counts.Length == 0) return counts;
        for (var document = matched.FirstAtLeast(0); document != PostingsCursor.NoMoreDocuments; document = matched.FirstAtLeast(document + 1))
        {
            foreach (var ordinal in column.Of(document)) counts[ordinal]++;
        }

        return counts;
    }
}
