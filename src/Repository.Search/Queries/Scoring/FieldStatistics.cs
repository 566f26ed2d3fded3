namespace Repository.Search.Queries.Scoring;

/// <summary>What is known of a field over a whole index.</summary>
internal sealed class FieldStatistics(long documents, long tokens)
{
    /// <summary>Documents that have at least one term in the field: Lucene's N, which is not the number of all documents.</summary>
    public long Documents { get; } = documents;

    public float[] Inverses { get; } = documents == 0 ? [] : Bm25.InversesFor(tokens, documents);
}
