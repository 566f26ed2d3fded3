namespace Repository.Core.Drafts;

/// <summary>One language of an item ("" where it has none): what it is called there, and how far the text has come.</summary>
/// <param name="IsBehind">The text in the main language was written anew after this one.</param>
public sealed record DraftCulture(string Culture, string Name, DraftState State, DateTimeOffset WrittenAt, bool IsBehind = false);
