namespace Repository.Search.Indexing;

/// <summary>The numbers or days of a field, sorted, each with its document: a range is one stretch of them. Immutable.</summary>
internal sealed class PointColumn
{
    internal PointColumn(long[] values, int[] documents)
    {
        Values = values;
        Documents = documents;
    }

    internal long[] Values { get; }

    internal int[] Documents { get; }

    /// <summary>The documents with a value in the range, in no order; one with several values may occur several times.</summary>
    public ReadOnlySpan<int> Between(long lower, long upper)
    {
        if (lower > upper) return [];
        var from = FirstAtLeast(lower);
        var to = upper == long.MaxValue ? Values.Length : FirstAtLeast(upper + 1);
        return Documents.AsSpan(from, to - from);
    }

    private int FirstAtLeast(long value)
    {
        var low = 0;
        var high = Values.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (Values[middle] < value) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
