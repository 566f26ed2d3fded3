namespace Repository.Search.Queries.Parsing;

/// <summary>One of the fields that a word without a field is looked for in, and what a match there counts.</summary>
public sealed record WeightedField(string Name, float Weight = 1);
