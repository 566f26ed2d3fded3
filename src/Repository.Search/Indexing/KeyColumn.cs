namespace Repository.Search.Indexing;

/// <summary>The key of each document, and the way back from a key. Immutable.</summary>
internal sealed class KeyColumn
{
    private readonly TermDictionary _keys;
    private readonly int[] _documents;
    private readonly int[] _ordinals;

    /// <param name="keys">All keys in order.</param>
    /// <param name="documents">The document of each key.</param>
    public KeyColumn(TermDictionary keys, int[] documents)
    {
        _keys = keys;
        _documents = documents;
        _ordinals = new int[documents.Length];
        for (var i = 0; i < documents.Length; i++) _ordinals[documents[i]] = i;
    }

    public TermDictionary Keys => _keys;

    public ReadOnlySpan<int> Documents => _documents;

    public string this[int document] => _keys.TextOf(_ordinals[document]);

    public ReadOnlySpan<byte> BytesOf(int document) => _keys[_ordinals[document]];

    /// <summary>The document under the key, or -1.</summary>
    public int Find(ReadOnlySpan<byte> key)
    {
        var at = _keys.Find(key);
        return at < 0 ? -1 : _documents[at];
    }
}
