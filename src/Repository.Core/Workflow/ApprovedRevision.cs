using Repository.Core.Content;

namespace Repository.Core.Workflow;

/// <summary>A revision that the public may see in a language. There is no other way to one than by a decision on record, and nothing else is ever published.</summary>
internal sealed record ApprovedRevision
{
    private ApprovedRevision(Revision revision, string culture) => (Revision, Culture) = (revision, culture);

    public Revision Revision { get; }

    public string Culture { get; }

    /// <summary>A revision that was approved before; null when it was not, or no longer is.</summary>
    public static ApprovedRevision? Of(ReviewTrail trail, Revision revision, string culture) => trail.IsApproved(culture, revision.Number) ? new ApprovedRevision(revision, culture) : null;

    /// <summary>Approves a revision in the open turn. Whether the writer may is asked before.</summary>
    public static async Task<ApprovedRevision> ByAsync(WriteTurn turn, ReviewTrail trail, Item item, Revision revision, string culture)
    {
        if (!trail.IsApproved(culture, revision.Number)) await turn.DecideAsync(item, culture, revision.Number, ReviewState.Approved);
        return new ApprovedRevision(revision, culture);
    }

    /// <summary>What a file brings counts as approved: whoever wrote the file has decided. The decision is the house's own, and names the file.</summary>
    public static async Task<ApprovedRevision> FromFileAsync(WriteTurn turn, Item item, Revision revision, string culture, string file)
    {
        await turn.Store.AddReviewAsync(new Review(item.Key, culture, revision.Number, ReviewState.Approved, turn.At, Author.House, Origin: file));
        return new ApprovedRevision(revision, culture);
    }
}
