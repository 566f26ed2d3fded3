using System.Collections.Immutable;

namespace Repository.Core.Publishing.Facets;

/// <summary>How many items have each value of a facet. The names are those of Umbraco's search.</summary>
/// <param name="Missing">How many have no value.</param>
public sealed record FacetResult(string FieldName, ImmutableArray<FacetValue> Values, int Missing);

/// <summary>One value with its count.</summary>
/// <param name="Parent">The key of the value it belongs to: the goal of a target (of the same facet), the region of a municipality.</param>
public sealed record FacetValue(string Key, string Label, int Count, bool Selected, string? Parent);
