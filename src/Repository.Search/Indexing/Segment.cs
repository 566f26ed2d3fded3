using System.Collections.Frozen;

namespace Repository.Search.Indexing;

/// <summary>A part of an index, complete in itself: some documents, inverted. Immutable, so that any number of threads reads it while others write new ones.</summary>
internal sealed class Segment
{
    public required int DocumentCount { get; init; }

    internal required KeyColumn Keys { get; init; }

    internal required FrozenDictionary<string, FieldPostings> Fields { get; init; }

    internal required FrozenDictionary<string, PointColumn> Points { get; init; }

    internal required FrozenDictionary<string, FacetColumn> Facets { get; init; }

    public FieldPostings? Field(string name) => Fields.GetValueOrDefault(name);

    public PointColumn? PointsOf(string name) => Points.GetValueOrDefault(name);

    public FacetColumn? FacetsOf(string name) => Facets.GetValueOrDefault(name);

    public string KeyOf(int document) => Keys[document];
}
