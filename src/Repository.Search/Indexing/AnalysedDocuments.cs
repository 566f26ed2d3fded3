using System.Collections.Immutable;

namespace Repository.Search.Indexing;

/// <summary>Documents as an index takes them in, analysed and sorted. Immutable; taken in once.</summary>
public sealed class AnalysedDocuments
{
    internal AnalysedDocuments(Segment segment, ImmutableArray<string> keys)
    {
        Segment = segment;
        Keys = keys;
    }

    internal Segment Segment { get; }

    internal ImmutableArray<string> Keys { get; }
}
