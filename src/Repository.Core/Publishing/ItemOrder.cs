using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;

namespace Repository.Core.Publishing;

public enum SortField
{
    Name,
    CreateDate,
    UpdateDate,
    Level,
    SortOrder,
    Year,
}

public readonly record struct Sort(SortField Field, bool Descending);

/// <summary>
/// The orders of a view's items. Each field gives every item a rank, equal for equal values; an order compares ranks and ends with the
/// tree order, so that paging is stable. Ranks are made when first asked for.
/// </summary>
internal sealed class ItemOrder(TreeView view)
{
    private const int KeptOrders = 64;
    private readonly ConcurrentDictionary<SortField, Lazy<int[]>> _ranks = new();
    private readonly ConcurrentDictionary<string, Lazy<(int[] Order, int[] Places)>> _orders = new();

    /// <summary>A permutation of all ordinals, and the place of each in it. The first sort is the primary one; a field that comes again changes nothing.</summary>
    public (int[] Order, int[] Places) By(ImmutableArray<Sort> sorts)
    {
        var keys = sorts.DistinctBy(sort => sort.Field).ToArray();
        var name = string.Join(',', keys.Select(key => $"{key.Field}{(key.Descending ? '-' : '+')}"));
        if (_orders.TryGetValue(name, out var known)) return known.Value;
        return _orders.Count < KeptOrders ? _orders.GetOrAdd(name, _ => new(() => Arrange(keys))).Value : Arrange(keys);
    }

    private (int[] Order, int[] Places) Arrange(Sort[] keys)
    {
        var ranks = keys.Select(key => Ranks(key.Field)).ToArray();
        var order = Enumerable.Range(0, view.Count).ToArray();
        Array.Sort(order, (one, other) =>
        {
            for (var index = 0; index < keys.Length; index++)
            {
                var compared = ranks[index][one].CompareTo(ranks[index][other]);
                if (compared != 0) return keys[index].Descending ? -compared : compared;
            }

            return one.CompareTo(other);
        });
        var places = new int[order.Length];
        for (var place = 0; place < order.Length; place++) places[order[place]] = place;
        return (order, places);
    }

    private int[] Ranks(SortField field) => _ranks.GetOrAdd(field, asked => new(() => MakeRanks(asked))).Value;

    private int[] MakeRanks(SortField field) => field switch
    {
        SortField.Name => Rank(NameKeys(), ByBytes),
        SortField.CreateDate => Rank(Keys((item, _) => item.CreatedAt.UtcTicks), Comparer<long>.Default.Compare),
        SortField.UpdateDate => Rank(Keys((_, culture) => culture.UpdatedAt.UtcTicks), Comparer<long>.Default.Compare),
        SortField.Level => Rank(Keys((item, _) => item.Level), Comparer<int>.Default.Compare),
        SortField.SortOrder => Rank(Keys((item, _) => item.SortOrder), Comparer<int>.Default.Compare),
        SortField.Year => Rank(view.Years(), Comparer<int>.Default.Compare),
        _ => throw new ArgumentOutOfRangeException(nameof(field)),
    };

    private TKey[] Keys<TKey>(Func<PublishedItem, PublishedCulture, TKey> key)
    {
        var keys = new TKey[view.Count];
        for (var ordinal = 0; ordinal < keys.Length; ordinal++) keys[ordinal] = key(view[ordinal], view.CultureOf(ordinal));
        return keys;
    }

    /// <summary>Letters first, accents after, case never: the invariant collation.</summary>
    private byte[][] NameKeys() => Keys((_, culture) => CultureInfo.InvariantCulture.CompareInfo.GetSortKey(culture.Name, CompareOptions.IgnoreCase).KeyData);

    private static int ByBytes(byte[] one, byte[] other) => one.AsSpan().SequenceCompareTo(other);

    private static int[] Rank<TKey>(TKey[] keys, Comparison<TKey> compare)
    {
        var order = Enumerable.Range(0, keys.Length).ToArray();
        Array.Sort(order, (one, other) => compare(keys[one], keys[other]));
        var ranks = new int[keys.Length];
        for (var index = 1; index < order.Length; index++)
        {
            ranks[order[index]] = ranks[order[index - 1]] + (compare(keys[order[index - 1]], keys[order[index]]) == 0 ? 0 : 1);
        }

        return ranks;
    }
}
