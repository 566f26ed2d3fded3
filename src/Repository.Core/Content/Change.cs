using System.Collections.Immutable;

namespace Repository.Core.Content;

public enum ChangeKind
{
    /// <summary>The draft has a new revision.</summary>
    Saved,
    Published,
    Unpublished,

    /// <summary>Parent, order among siblings, bin or restriction: the item's place changed, and so that of everything below it.</summary>
    Moved,
    Trashed,
    Restored,
    Restricted,

    /// <summary>Gone for good.</summary>
    Deleted,
    Scheduled,

    /// <summary>Submitted, returned, approved or taken back: what exactly, the reviews say.</summary>
    Reviewed,
}

public static class ChangeKinds
{
    extension(ChangeKind kind)
    {
        /// <summary>Can it change what the public sees? A saved draft, a plan for later and a review cannot.</summary>
        public bool IsPublic => kind is not (ChangeKind.Saved or ChangeKind.Scheduled or ChangeKind.Reviewed);
    }

    public static readonly ImmutableArray<ChangeKind> Public = [.. Enum.GetValues<ChangeKind>().Where(kind => kind.IsPublic)];
}

/// <summary>One line of the change log. Written in the transaction that did what it tells; numbers have no gaps and become visible in order.</summary>
public sealed record Change(long Seq, ChangeKind Kind, ItemKind ItemKind, Guid Key, string Culture, DateTimeOffset At, string By);
