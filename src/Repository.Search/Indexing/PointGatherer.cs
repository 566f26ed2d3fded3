namespace Repository.Search.Indexing;

/// <summary>Collects the numbers or days of one field and sorts them at the end.</summary>
internal sealed class PointGatherer
{
    private readonly List<long> _values = [];
    private readonly List<int> _documents = [];

    public void Add(int document, long value)
    {
        _values.Add(value);
        _documents.Add(document);
    }

    public PointColumn Finish()
    {
        long[] values = [.. _values];
        int[] documents = [.. _documents];
        Array.Sort(values, documents);
        return new PointColumn(values, documents);
    }
}
