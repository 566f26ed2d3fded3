using System.Numerics;

namespace Repository.Search.Indexing;

/// <summary>A set of document numbers, one bit each.</summary>
internal sealed class BitSet(int size)
{
    private readonly ulong[] _words = new ulong[WordsOf(size)];

    private BitSet(int size, ReadOnlySpan<ulong> words)
        : this(size) => words.CopyTo(_words);

    public int Size => size;

    public Span<ulong> Words => _words;

    public bool this[int number] => (_words[number >> 6] & (1UL << number)) != 0;

    public int Count()
    {
        var count = 0;
        foreach (var word in _words) count += BitOperations.PopCount(word);
        return count;
    }

    public void Add(int number) => _words[number >> 6] |= 1UL << number;

    public void AddAll()
    {
        _words.AsSpan().Fill(ulong.MaxValue);
        if ((size & 63) != 0) _words[^1] = (1UL << size) - 1;
    }

    /// <summary>Takes in the members of another set of the same size.</summary>
    public void AddAll(BitSet others)
    {
        for (var i = 0; i < _words.Length; i++) _words[i] |= others._words[i];
    }

    /// <summary>The first member not before the number; <see cref="PostingsCursor.NoMoreDocuments"/> if there is none.</summary>
    public int FirstAtLeast(int number)
    {
        if (number >= size) return PostingsCursor.NoMoreDocuments;
        var at = number >> 6;
        var word = _words[at] & (ulong.MaxValue << number);
        while (word == 0)
        {
            if (++at == _words.Length) return PostingsCursor.NoMoreDocuments;
            word = _words[at];
        }

        return (at << 6) + BitOperations.TrailingZeroCount(word);
    }

    public static int WordsOf(int size) => (size + 63) / 64;

    public static BitSet Of(int size, ReadOnlySpan<ulong> words) => new(size, words);

    public BitSet Copy() => new(size, _words);
}
