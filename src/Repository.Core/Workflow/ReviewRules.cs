namespace Repository.Core.Workflow;

/// <summary>Which step leads from which state to which. Pure; the table in docs/workflow.md says the same.</summary>
public static class ReviewRules
{
    /// <summary>The state after a step; null where the step makes no sense.</summary>
    public static ReviewState? Next(ReviewState state, ReviewStep step) => (step, state) switch
    {
        // What was returned stays returned while it is being mended: only submitting it again ends that.
        (ReviewStep.Revise, ReviewState.ChangesRequested or ReviewState.Withdrawn) => state,
        (ReviewStep.Revise, _) => ReviewState.Draft,
        (ReviewStep.Submit, ReviewState.Draft or ReviewState.ChangesRequested or ReviewState.Withdrawn) => ReviewState.InReview,
        (ReviewStep.RequestChanges, ReviewState.InReview or ReviewState.Approved) => ReviewState.ChangesRequested,
        (ReviewStep.Approve, ReviewState.Draft or ReviewState.InReview or ReviewState.ChangesRequested or ReviewState.Withdrawn) => ReviewState.Approved,
        (ReviewStep.ReturnToDraft, ReviewState.InReview or ReviewState.ChangesRequested or ReviewState.Approved) => ReviewState.Draft,
        (ReviewStep.Publish, ReviewState.Approved or ReviewState.Published) => ReviewState.Published,

        // Nothing may keep something before the public that somebody wants taken away.
        (ReviewStep.Withdraw, _) => ReviewState.Withdrawn,
        _ => null,
    };
}
