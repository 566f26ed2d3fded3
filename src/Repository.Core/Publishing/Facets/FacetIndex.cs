using System.Collections.Immutable;
using System.Globalization;

namespace Repository.Core.Publishing.Facets;

/// <summary>Which items of a view have which value of a facet, and how the values are called. Immutable once made.</summary>
internal sealed class FacetIndex
{
    private readonly int _size;
    private readonly Dictionary<string, ItemSet> _byValue;
    private readonly Lazy<ImmutableArray<FacetTerm>> _terms;
    private readonly Lazy<ImmutableArray<ItemSet>> _sets;

    public FacetIndex(TreeView view, Facet facet)
    {
        _size = view.Count;
        var used = new Dictionary<string, FacetTerm>(StringComparer.OrdinalIgnoreCase);
        var ordinals = new Dictionary<string, List<int>>(StringComparer.OrdinalIgnoreCase);
        for (var ordinal = 0; ordinal < _size; ordinal++)
        {
            foreach (var term in facet.TermsOf(view[ordinal], view.Snapshot, view.Culture))
            {
                if (!used.TryGetValue(term.Key, out var known) || (known.Item is null && term.Item is not null)) used[term.Key] = term;
                foreach (var name in term.Names(view.Snapshot)) Add(ordinals, name, ordinal);
            }
        }

        _byValue = ordinals.ToDictionary(pair => pair.Key, pair => ItemSet.Of(_size, pair.Value), StringComparer.OrdinalIgnoreCase);
        _terms = new(() => Named(used.Values, FacetVocabulary.TermsOf(facet, view)));
        _sets = new(() => [Where(static _ => true), .. Terms.Select(term => With(term.Key))]);
    }

    public IReadOnlyDictionary<string, ItemSet> Values => _byValue;

    /// <summary>Every value once, under its key and in the order of the names: those that items have and those that they could have.</summary>
    public ImmutableArray<FacetTerm> Terms => _terms.Value;

    /// <summary>How many of some items have a value at all, and how many each of the <see cref="Terms"/>.</summary>
    public (int Any, ArraySegment<int> Each) Count(ItemSet items)
    {
        var counts = items.SharedWith(_sets.Value);
        return (counts[0], new ArraySegment<int>(counts, 1, counts.Length - 1));
    }

    public ItemSet With(string value) => _byValue.GetValueOrDefault(value) ?? ItemSet.None(_size);

    public ItemSet Where(Func<string, bool> condition) => ItemSet.Union(_size, _byValue.Where(pair => condition(pair.Key)).Select(pair => pair.Value));

    /// <summary>A value that follows from another, or is only written, is called as the vocabulary calls it, if it knows it.</summary>
    private static ImmutableArray<FacetTerm> Named(IReadOnlyCollection<FacetTerm> used, IEnumerable<FacetTerm> possible) =>
    [
        .. used.Where(term => term.Item is not null).Concat(possible).Concat(used)
            .DistinctBy(term => term.Key, StringComparer.OrdinalIgnoreCase)
            .OrderBy(term => term.Label, StringComparer.Create(CultureInfo.InvariantCulture, ignoreCase: true))
            .ThenBy(term => term.Key, StringComparer.Ordinal),
    ];

    private static void Add(Dictionary<string, List<int>> ordinals, string value, int ordinal)
    {
        if (!ordinals.TryGetValue(value, out var some)) ordinals[value] = some = [];
        if (some is not [.., var last] || last != ordinal) some.Add(ordinal);
    }
}
