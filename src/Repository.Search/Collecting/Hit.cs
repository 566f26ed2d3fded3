namespace Repository.Search.Collecting;

/// <summary>A document that was found: its number in the searched state of the index, and its score.</summary>
public readonly record struct Hit(int Document, float Score);
