using System.Runtime.InteropServices;

namespace Repository.Search.Indexing;

/// <summary>Collects the raw values of one faceted field, document by document.</summary>
internal sealed class FacetGatherer
{
    private readonly TermTable _values = new();
    private readonly List<int> _starts = [];
    private readonly List<int> _numbers = [];
    private bool _several;

    public void BeginDocument() => _starts.Add(_numbers.Count);

    public void Add(ReadOnlySpan<char> value)
    {
        if (value.IsEmpty) return;
        Note(_values.Number(value));
    }

    public void Add(ReadOnlySpan<byte> value) => Note(_values.Number(value));

    public FacetColumn Finish()
    {
        var (values, numbers) = _values.Sort();
        var places = new int[numbers.Length];
        for (var i = 0; i < numbers.Length; i++) places[numbers[i]] = i;
        return _several ? Several(values, places) : Single(values, places);
    }

    private void Note(int number)
    {
        var ofDocument = CollectionsMarshal.AsSpan(_numbers)[_starts[^1]..];
        if (ofDocument.Contains(number)) return;
        _several |= ofDocument.Length > 0;
        _numbers.Add(number);
    }

    private FacetColumn Several(TermDictionary values, int[] places)
    {
        var ordinals = new int[_numbers.Count];
        for (var i = 0; i < ordinals.Length; i++) ordinals[i] = places[_numbers[i]];
        return new FacetColumn(values, [.. _starts, _numbers.Count], ordinals);
    }

    private FacetColumn Single(TermDictionary values, int[] places)
    {
        var ordinals = new int[_starts.Count];
        for (var document = 0; document < ordinals.Length; document++)
        {
            var end = document + 1 < _starts.Count ? _starts[document + 1] : _numbers.Count;
            ordinals[document] = end == _starts[document] ? -1 : places[_numbers[_starts[document]]];
        }

        return new FacetColumn(values, null, ordinals);
    }
}
