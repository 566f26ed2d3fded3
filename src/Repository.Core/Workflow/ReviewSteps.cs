using Repository.Core.Content;

namespace Repository.Core.Workflow;

/// <summary>The steps by which decisions about an item are kept, shared by all use cases that decide or depend on what was decided.</summary>
internal static class ReviewSteps
{
    public static async Task<ReviewTrail> TrailAsync(this WriteTurn turn, Item item) => new([.. await turn.Store.ReviewsAsync(item.Key)]);

    public static Task DecideAsync(this WriteTurn turn, Item item, string culture, int revision, ReviewState state) =>
        turn.Store.AddReviewAsync(new Review(item.Key, culture, revision, state, turn.At, turn.By, turn.Reason));

    /// <summary>After a new revision: the languages it changes go back to being drafts. What is the same in all languages belongs to each of them.</summary>
    public static async Task FallBackAsync(this WriteTurn turn, Item item, Revision draft, IReadOnlyCollection<string> changed)
    {
        if (item.Kind == ItemKind.Media) return;
        var trail = await turn.TrailAsync(item);
        foreach (var culture in changed.Contains(ItemContent.Invariant) ? trail.Cultures : changed)
        {
            var state = trail.State(culture);
            if (trail.Next(ReviewStep.Revise, culture, draft.Number) is { } next && next != state) await turn.DecideAsync(item, culture, draft.Number, next);
        }
    }
}
