using System.Buffers.Binary;
using System.Text;

namespace Repository.Search.Indexing;

/// <summary>Numbers terms in the order in which they are met. Terms are kept as UTF-8 bytes, one behind the other; looking one up allocates nothing.</summary>
internal sealed class TermTable
{
    private readonly ByteWriter _bytes = new(1 << 12);
    private int[] _starts = new int[1 << 9];

    /// <summary>Each holds the hash of a term in its upper half and one more than its number in the lower: most misses are seen without looking at the term.</summary>
    private ulong[] _slots = new ulong[1 << 10];

    public int Count { get; private set; }

    private ReadOnlySpan<byte> this[int number] => _bytes.Written[_starts[number].._starts[number + 1]];

    /// <summary>The number of the term, a new one if it is new.</summary>
    public int Number(ReadOnlySpan<char> term)
    {
        Span<byte> room = term.Length <= 170 ? stackalloc byte[512] : new byte[term.Length * 3];
        return Number(room[..Encoding.UTF8.GetBytes(term, room)]);
    }

    public int Number(ReadOnlySpan<byte> term)
    {
        var hash = Hash(term);
        var mask = _slots.Length - 1;
        for (var slot = (int)hash & mask; ; slot = (slot + 1) & mask)
        {
            var found = _slots[slot];
            if (found == 0) return Add(term, hash, slot);
            var number = (int)(uint)found - 1;
            if ((uint)(found >>> 32) == hash && this[number].SequenceEqual(term)) return number;
        }
    }

    /// <summary>The terms in the order of their bytes, and which number each had here.</summary>
    public (TermDictionary Terms, int[] Numbers) Sort()
    {
        var numbers = new int[Count];
        var leading = new ulong[Count];
        for (var i = 0; i < Count; i++)
        {
            numbers[i] = i;
            leading[i] = Leading(this[i]);
        }

        // Eight bytes at once decide nearly every comparison; what they leave open is sorted afterwards.
        Array.Sort(leading, numbers);
        for (var from = 0; from < Count;)
        {
            var to = from + 1;
            while (to < Count && leading[to] == leading[from]) to++;
            if (to - from > 1) numbers.AsSpan(from, to - from).Sort((a, b) => this[a].SequenceCompareTo(this[b]));
            from = to;
        }

        var bytes = new byte[_bytes.Length];
        var starts = new int[Count + 1];
        var at = 0;
        for (var i = 0; i < Count; i++)
        {
            starts[i] = at;
            var term = this[numbers[i]];
            term.CopyTo(bytes.AsSpan(at));
            at += term.Length;
        }

        starts[Count] = at;
        return (new TermDictionary(bytes, starts), numbers);
    }

    private int Add(ReadOnlySpan<byte> term, uint hash, int slot)
    {
        if (Count + 2 > _starts.Length) Array.Resize(ref _starts, _starts.Length * 2);
        _starts[Count] = _bytes.Length;
        _bytes.Write(term);
        _starts[++Count] = _bytes.Length;
        _slots[slot] = ((ulong)hash << 32) | (uint)Count;
        if (Count * 2 > _slots.Length) Spread();
        return Count - 1;
    }

    private void Spread()
    {
        var slots = new ulong[_slots.Length * 2];
        var mask = slots.Length - 1;
        foreach (var taken in _slots)
        {
            if (taken == 0) continue;
            var slot = (int)(taken >>> 32) & mask;
            while (slots[slot] != 0) slot = (slot + 1) & mask;
            slots[slot] = taken;
        }

        _slots = slots;
    }

    private static ulong Leading(ReadOnlySpan<byte> term)
    {
        var value = 0UL;
        for (var i = 0; i < 8; i++) value = (value << 8) | (i < term.Length ? term[i] : (byte)0);
        return value;
    }

    /// <summary>Eight bytes at a time: short terms, no one to defend against within one's own index.</summary>
    private static uint Hash(ReadOnlySpan<byte> term)
    {
        var hash = (ulong)term.Length;
        for (; term.Length > 8; term = term[8..]) hash = Mix(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(term));
        return (uint)(Mix(hash ^ Last(term)) >>> 32);
    }

    /// <summary>At most eight bytes as one number. The halves may overlap: with the length, they still tell terms apart.</summary>
    private static ulong Last(ReadOnlySpan<byte> term) => term.Length switch
    {
        >= 4 => BinaryPrimitives.ReadUInt32LittleEndian(term) | ((ulong)BinaryPrimitives.ReadUInt32LittleEndian(term[^4..]) << 32),
        0 => 0,
        _ => (uint)(term[0] | (term[term.Length / 2] << 8) | (term[^1] << 16)),
    };

    private static ulong Mix(ulong value)
    {
        value *= 0x9E3779B97F4A7C15;
        return value ^ (value >>> 29);
    }
}
