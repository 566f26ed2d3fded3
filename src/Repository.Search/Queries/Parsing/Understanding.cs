namespace Repository.Search.Queries.Parsing;

/// <summary>What was made of something a person typed.</summary>
/// <param name="Text">The text that was parsed: as typed, or with its special characters escaped.</param>
/// <param name="AsTyped">Whether the text was good syntax as it stood.</param>
public sealed record Understanding(Query Query, string Text, bool AsTyped);
