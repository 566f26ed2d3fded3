namespace Repository.Search.Suggesting;

/// <summary>A text that is offered while a person types.</summary>
/// <param name="Text">As it is shown; its words are what is typed.</param>
/// <param name="Kind">What it is the name of; asked for by the caller, no matter to the order.</param>
/// <param name="Weight">The heavier comes first.</param>
/// <param name="Key">Whatever leads the caller back to what it stands for.</param>
public sealed record Suggestion(string Text, string Kind, float Weight, string Key);
