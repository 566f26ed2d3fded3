namespace Repository.Search.Indexing;

/// <summary>What is handed to the index under one key. Another document with the same key takes its place.</summary>
public sealed class IndexDocument(string key)
{
    private readonly List<(string Field, string Value)> _values = [];

    public string Key { get; } = key;

    public IReadOnlyList<(string Field, string Value)> Values => _values;

    public IndexDocument Add(string field, string value)
    {
        _values.Add((field, value));
        return this;
    }
}
