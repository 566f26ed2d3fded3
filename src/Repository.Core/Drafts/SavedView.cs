namespace Repository.Core.Drafts;

/// <summary>A list that a person wants to see again: which one, and what its address asks for.</summary>
public sealed record SavedView(string Name, string List, string Query);
