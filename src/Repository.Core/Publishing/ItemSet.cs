using System.Numerics;

namespace Repository.Core.Publishing;

/// <summary>A set of items of one <see cref="TreeView"/>, as bits by their place in tree order. Immutable once it is handed out.</summary>
public sealed class ItemSet
{
    /// <summary>Sorting an item by itself costs about as much as so many steps through an order.</summary>
    private const int StepsPerSort = 16;

    private readonly ulong[] _words;
    private readonly int _size;

    private ItemSet(int size)
    {
        _size = size;
        _words = new ulong[(size + 63) / 64];
    }

    public int Count { get; private init; }

    public bool Contains(int ordinal) => (_words[ordinal >> 6] & (1UL << (ordinal & 63))) != 0;

    public static ItemSet None(int size) => new(size);

    /// <summary>The ordinals from <paramref name="start"/> up to, not including, <paramref name="end"/>.</summary>
    public static ItemSet Range(int size, int start, int end)
    {
        var set = new ItemSet(size) { Count = end - start };
        for (var ordinal = start; ordinal < end; ordinal++) set.Add(ordinal);
        return set;
    }

    public static ItemSet Of(int size, IEnumerable<int> ordinals)
    {
        var set = new ItemSet(size);
        foreach (var ordinal in ordinals) set.Add(ordinal);
        return set.Counted();
    }

    public static ItemSet Union(int size, IEnumerable<ItemSet> sets)
    {
        var union = new ItemSet(size);
        foreach (var set in sets)
        {
            for (var index = 0; index < union._words.Length; index++) union._words[index] |= set._words[index];
        }

        return union.Counted();
    }

    public ItemSet And(ItemSet other)
    {
        var both = new ItemSet(_size);
        for (var index = 0; index < _words.Length; index++) both._words[index] = _words[index] & other._words[index];
        return both.Counted();
    }

    public ItemSet Without(ItemSet other)
    {
        var left = new ItemSet(_size);
        for (var index = 0; index < _words.Length; index++) left._words[index] = _words[index] & ~other._words[index];
        return left.Counted();
    }

    /// <summary>How many items this set shares with each of some others. Only the parts where this set has items are looked at, so that a few items among many cost little.</summary>
    public int[] SharedWith(IReadOnlyList<ItemSet> others)
    {
        var parts = Enumerable.Range(0, _words.Length).Where(index => _words[index] != 0).ToArray();
        var shared = new int[others.Count];
        for (var number = 0; number < shared.Length; number++)
        {
            var (words, count) = (others[number]._words, 0);
            foreach (var index in parts) count += BitOperations.PopCount(_words[index] & words[index]);
            shared[number] = count;
        }

        return shared;
    }

    /// <summary>A page of the set in tree order.</summary>
    public IEnumerable<int> Page(int skip, int take)
    {
        for (var index = 0; index < _words.Length && take > 0; index++)
        {
            var word = _words[index];
            var inWord = BitOperations.PopCount(word);
            if (skip >= inWord)
            {
                skip -= inWord;
                continue;
            }

            for (; word != 0 && take > 0; word &= word - 1)
            {
                if (skip-- > 0) continue;
                skip = 0;
                take--;
                yield return (index << 6) + BitOperations.TrailingZeroCount(word);
            }
        }
    }

    /// <summary>A page of the set in another order: a permutation of all ordinals, and the place each has in it.</summary>
    public IEnumerable<int> Page(int[] order, int[] places, int skip, int take) =>
        IsSortedSooner(order.Length, skip, take) ? Page(0, Count).OrderBy(ordinal => places[ordinal]).Skip(skip).Take(take) : Page(order, skip, take);

    /// <summary>The sparser the set, the longer the way through the order to the end of the page.</summary>
    private bool IsSortedSooner(int steps, int skip, int take) => (double)Count * Count * StepsPerSort < ((double)skip + take) * steps;

    private IEnumerable<int> Page(int[] order, int skip, int take)
    {
        for (var index = 0; index < order.Length && take > 0; index++)
        {
            if (!Contains(order[index]) || skip-- > 0) continue;
            skip = 0;
            take--;
            yield return order[index];
        }
    }

    private void Add(int ordinal) => _words[ordinal >> 6] |= 1UL << (ordinal & 63);

    private ItemSet Counted()
    {
        var count = 0;
        foreach (var word in _words) count += BitOperations.PopCount(word);
        return new ItemSet(this, count);
    }

    private ItemSet(ItemSet counted, int count)
    {
        _size = counted._size;
        _words = counted._words;
        Count = count;
    }
}
