namespace Repository.Core.Drafts;

/// <summary>Where the text of one language stands between its writer and the public.</summary>
public enum DraftState
{
    /// <summary>The public does not see it.</summary>
    Draft,

    /// <summary>The public sees an earlier text.</summary>
    Changed,
    Published,
}
