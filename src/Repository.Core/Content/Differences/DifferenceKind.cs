namespace Repository.Core.Content.Differences;

/// <summary>What became of a part between two states.</summary>
public enum DifferenceKind
{
    Same,
    Added,
    Removed,

    /// <summary>There before and after, in another place among its neighbours.</summary>
    Moved,

    /// <summary>In its place, and different inside.</summary>
    Changed,
}
