namespace Repository.Core.Publishing.Facets;

/// <summary>Which items of a view have which value of a facet. Immutable once made.</summary>
internal sealed class FacetIndex
{
    private readonly int _size;
    private readonly Dictionary<string, ItemSet> _byValue;

    public FacetIndex(TreeView view, Facet facet)
    {
        _size = view.Count;
        var ordinals = new Dictionary<string, List<int>>(StringComparer.OrdinalIgnoreCase);
        for (var ordinal = 0; ordinal < _size; ordinal++)
        {
            foreach (var value in facet.ValuesOf(view[ordinal], view.Snapshot, view.Culture)) Add(ordinals, value, ordinal);
        }

        _byValue = ordinals.ToDictionary(pair => pair.Key, pair => ItemSet.Of(_size, pair.Value), StringComparer.OrdinalIgnoreCase);
    }

    public IReadOnlyDictionary<string, ItemSet> Values => _byValue;

    public ItemSet With(string value) => _byValue.GetValueOrDefault(value) ?? ItemSet.None(_size);

    public ItemSet Where(Func<string, bool> condition) => ItemSet.Union(_size, _byValue.Where(pair => condition(pair.Key)).Select(pair => pair.Value));

    private static void Add(Dictionary<string, List<int>> ordinals, string value, int ordinal)
    {
        if (!ordinals.TryGetValue(value, out var some)) ordinals[value] = some = [];
        if (some is not [.., var last] || last != ordinal) some.Add(ordinal);
    }
}
