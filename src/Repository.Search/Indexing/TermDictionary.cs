using System.Text;

namespace Repository.Search.Indexing;

/// <summary>The terms of one field in one segment, in the order of their UTF-8 bytes. A term is known by its number there. Immutable.</summary>
internal sealed class TermDictionary
{
    private readonly byte[] _bytes;
    private readonly int[] _starts;

    /// <param name="starts">Where each term begins in the bytes, and at last where they end.</param>
    internal TermDictionary(byte[] bytes, int[] starts)
    {
        _bytes = bytes;
        _starts = starts;
    }

    public int Count => _starts.Length - 1;

    internal ReadOnlySpan<byte> Bytes => _bytes;

    internal ReadOnlySpan<int> Starts => _starts;

    public ReadOnlySpan<byte> this[int number] => _bytes.AsSpan(_starts[number], _starts[number + 1] - _starts[number]);

    public string TextOf(int number) => Encoding.UTF8.GetString(this[number]);

    /// <summary>The number of the term, or -1.</summary>
    public int Find(ReadOnlySpan<byte> term)
    {
        var at = FirstAtLeast(term);
        return at < Count && this[at].SequenceEqual(term) ? at : -1;
    }

    /// <summary>The first term not before this one; <see cref="Count"/> if there is none.</summary>
    public int FirstAtLeast(ReadOnlySpan<byte> term)
    {
        var low = 0;
        var high = Count;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (this[middle].SequenceCompareTo(term) < 0) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    /// <summary>The first term at or after a number that does not begin like this. It is looked for in growing steps: most often it is near.</summary>
    public int FirstWithoutPrefix(ReadOnlySpan<byte> prefix, int from)
    {
        var step = 1;
        var low = from;
        while (low + step < Count && this[low + step].StartsWith(prefix))
        {
            low += step;
            step *= 2;
        }

        var high = Math.Min(low + step, Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (this[middle].StartsWith(prefix)) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
