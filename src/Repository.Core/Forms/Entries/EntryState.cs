using System.Collections.Immutable;

namespace Repository.Core.Forms.Entries;

/// <summary>How far an entry has come, as one word. Calls have words of their own.</summary>
public readonly record struct EntryState(string Word)
{
    public static readonly EntryState Draft = new("draft");
    public static readonly EntryState Received = new("received");

    /// <summary>Looks like abuse; somebody has to look.</summary>
    public static readonly EntryState Quarantined = new("quarantined");
    public static readonly EntryState InProgress = new("inProgress");
    public static readonly EntryState Settled = new("settled");
    public static readonly EntryState Dismissed = new("dismissed");

    /// <summary>Only that it was there is left.</summary>
    public static readonly EntryState Erased = new("erased");

    private static readonly ImmutableArray<(EntryState From, EntryState To)> Steps =
    [
        (Draft, Received), (Draft, Quarantined), (Received, InProgress), (Received, Settled), (Received, Dismissed), (Received, Quarantined),
        (Quarantined, Received), (Quarantined, Dismissed), (InProgress, Settled), (InProgress, Dismissed), (InProgress, Received), (Settled, InProgress), (Dismissed, Received),
    ];

    /// <summary>May an entry of an ordinary form go there? Erasing is no step: retention does it.</summary>
    public bool MayBecome(EntryState next) => Steps.Contains((this, next));

    public override string ToString() => Word;
}
