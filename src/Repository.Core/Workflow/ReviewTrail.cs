using System.Collections.Immutable;

namespace Repository.Core.Workflow;

/// <summary>
/// All decisions about one item, oldest first, and what follows from them. Immutable. A decision is about one revision in one language: a language stands
/// where the newest revision spoken of stands, and an older revision keeps what was decided about it.
/// </summary>
public sealed record ReviewTrail(ImmutableArray<Review> Reviews)
{
    public static readonly ReviewTrail Empty = new([]);

    public IEnumerable<string> Cultures => Reviews.Select(review => review.Culture).Distinct();

    /// <summary>The decision that holds for a language now; null while there is none.</summary>
    public Review? Standing(string culture) =>
        Reviews.Where(review => review.Culture == culture).Aggregate((Review?)null, (standing, next) => standing is null || next.Revision >= standing.Revision ? next : standing);

    public ReviewState State(string culture) => Standing(culture)?.State ?? ReviewState.Draft;

    /// <summary>What was last decided about one revision, be it the newest or not.</summary>
    public ReviewState State(string culture, int revision) => Last(culture, revision)?.State ?? ReviewState.Draft;

    public bool IsApproved(string culture, int revision) => Last(culture, revision) is { IsApproval: true };

    /// <summary>The revision that may be published in a language; null while its newest texts wait for approval.</summary>
    public int? Approved(string culture) => Standing(culture) is { IsApproval: true } standing ? standing.Revision : null;

    /// <summary>The state after a step; null where the step makes no sense. Publishing and withdrawing are about the revision that is named, all else about where the language stands.</summary>
    public ReviewState? Next(ReviewStep step, string culture, int revision) =>
        ReviewRules.Next(step is ReviewStep.Publish or ReviewStep.Withdraw ? State(culture, revision) : State(culture), step);

    /// <summary>The revision a step is about: what takes a decision back is about the revision that was decided on, even when other languages have gone on since.</summary>
    public int Concerned(ReviewStep step, string culture, int draft) =>
        step is ReviewStep.RequestChanges or ReviewStep.ReturnToDraft && Standing(culture) is { } standing ? standing.Revision : draft;

    public ReviewTrail With(Review review) => new(Reviews.Add(review));

    private Review? Last(string culture, int revision) => Reviews.LastOrDefault(review => review.Culture == culture && review.Revision == revision);
}
