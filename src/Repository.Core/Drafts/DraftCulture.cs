using Repository.Core.Workflow;

namespace Repository.Core.Drafts;

/// <summary>One language of an item ("" where it has none): what it is called there, and how far the text has come.</summary>
/// <param name="IsBehind">The text in the main language was written anew after this one.</param>
public sealed record DraftCulture(string Culture, string Name, DraftState State, DateTimeOffset WrittenAt, bool IsBehind = false)
{
    /// <summary>The decision that holds; null while there is none.</summary>
    public Review? Review { get; init; }

    /// <summary>Where the draft stands on its way to approval. What the public sees as it is has arrived.</summary>
    public ReviewState Standing => State == DraftState.Published ? ReviewState.Published : Review?.State is { } state and not ReviewState.Published ? state : ReviewState.Draft;
}
