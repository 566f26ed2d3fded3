namespace Repository.Core.Workflow;

/// <summary>How far one language of an item has come on its way to the public. Kept as words, so that a new one never renumbers an old one.</summary>
public enum ReviewState
{
    /// <summary>Being written. Also what nothing was ever said about.</summary>
    Draft,
    InReview,

    /// <summary>Returned to those who write, until they submit it again.</summary>
    ChangesRequested,

    /// <summary>Fit for the public, as it stands in that revision and in no other.</summary>
    Approved,
    Published,

    /// <summary>Taken away from the public. To come back it has to be approved again.</summary>
    Withdrawn,
}
