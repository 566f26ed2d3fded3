namespace Repository.Search.Highlighting;

/// <summary>What of a text is shown to a person.</summary>
/// <param name="Html">Escaped, safe inside any element; the only tags are <c>mark</c>.</param>
/// <param name="MarkCount">How many words are marked.</param>
public readonly record struct Fragment(string Html, int MarkCount);
