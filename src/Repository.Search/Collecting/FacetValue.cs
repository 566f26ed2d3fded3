namespace Repository.Search.Collecting;

/// <summary>A raw value of a faceted field and how many of the matches have it.</summary>
public readonly record struct FacetValue(string Value, int Count);
