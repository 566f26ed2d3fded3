namespace Repository.Core.Publishing.Facets;

/// <summary>Which items of a view have which value of a facet.</summary>
internal sealed class FacetIndex
{
    private readonly int _size;
    private readonly Dictionary<string, List<int>> _byValue = new(StringComparer.OrdinalIgnoreCase);

    public FacetIndex(TreeView view, Facet facet)
    {
        _size = view.Count;
        for (var ordinal = 0; ordinal < _size; ordinal++)
        {
            foreach (var value in facet.ValuesOf(view[ordinal], view.Snapshot, view.Culture)) Add(value, ordinal);
        }
    }

    public IReadOnlyDictionary<string, List<int>> Values => _byValue;

    public ItemSet With(string value) => ItemSet.Of(_size, _byValue.GetValueOrDefault(value, []));

    public ItemSet Where(Func<string, bool> condition) => ItemSet.Of(_size, _byValue.Where(pair => condition(pair.Key)).SelectMany(pair => pair.Value));

    private void Add(string value, int ordinal)
    {
        if (!_byValue.TryGetValue(value, out var ordinals)) _byValue[value] = ordinals = [];
        if (ordinals is not [.., var last] || last != ordinal) ordinals.Add(ordinal);
    }
}
