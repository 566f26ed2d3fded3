namespace Repository.Search.Indexing;

/// <summary>The raw values of a faceted field: which ones there are, in the order of their UTF-8 bytes, and which each document has. Immutable.</summary>
internal sealed class FacetColumn
{
    /// <param name="starts">Where each document's values begin, and at last where they end; null when every document has at most one.</param>
    /// <param name="ordinals">Numbers of values; with at most one a document, -1 stands for none.</param>
    internal FacetColumn(TermDictionary values, int[]? starts, int[] ordinals)
    {
        Values = values;
        Starts = starts;
        Ordinals = ordinals;
    }

    public TermDictionary Values { get; }

    internal int[]? Starts { get; }

    internal int[] Ordinals { get; }

    /// <summary>The numbers of a document's values.</summary>
    public ReadOnlySpan<int> Of(int document)
    {
        if (Starts is not null) return Ordinals.AsSpan(Starts[document], Starts[document + 1] - Starts[document]);
        return Ordinals[document] < 0 ? [] : Ordinals.AsSpan(document, 1);
    }
}
