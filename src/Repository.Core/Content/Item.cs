namespace Repository.Core.Content;

public enum ItemKind
{
    Document,
    Media,
}

/// <summary>
/// An item's place in the tree and its state. What is written in it stands in its revisions. <see cref="Version"/> grows by one
/// with every change of any kind: a writer names the version it has seen and is refused when that is no longer the current one.
/// </summary>
public sealed record Item
{
    public required Guid Key { get; init; }
    public required ItemKind Kind { get; init; }
    public required string Type { get; init; }

    /// <summary>Null for a root; and for an item in the bin, whose old parent is <see cref="TrashedFrom"/>.</summary>
    public Guid? ParentKey { get; init; }
    public int SortOrder { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required string CreatedBy { get; init; }

    /// <summary>True for the item that was put into the bin and for everything below it.</summary>
    public bool Trashed { get; init; }
    public Guid? TrashedFrom { get; init; }

    /// <summary>A restricted item and its descendants do not exist for anonymous visitors.</summary>
    public bool Restricted { get; init; }
    public long Version { get; init; } = 1;

    /// <summary>The number of the newest revision: the draft.</summary>
    public int Revision { get; init; } = 1;
}

/// <summary>One state of an item's content. Never overwritten.</summary>
public sealed record Revision(Guid ItemKey, int Number, DateTimeOffset At, string By, ItemContent Content);

/// <summary>A revision without what it holds.</summary>
public sealed record RevisionLine(int Number, DateTimeOffset At, string By);

/// <summary>Says which revision the public sees in a culture (or, with culture "", of an item that does not vary) and under which URL segment.</summary>
public sealed record Publication(Guid ItemKey, string Culture, int Revision, string Segment, DateTimeOffset At);

/// <summary>A segment an item once answered to below a parent (null: as a root), so that old addresses lead to the new one, or tell that it is gone.</summary>
public sealed record FormerSegment(Guid? ParentKey, string Culture, string Segment, Guid ItemKey, DateTimeOffset At)
{
    /// <summary>Is the item restricted now? Then the public hears nothing of it.</summary>
    public bool IsWithheld { get; init; }
}

public enum ScheduledAction
{
    Release,
    Expire,
}

/// <summary>A publication or its end that will happen by itself.</summary>
/// <param name="Revision">The approved revision that a release will show, however far the draft has gone on; null for an end.</param>
/// <param name="Reason">Why it was planned, in the words of whoever did.</param>
public sealed record Schedule(Guid ItemKey, string Culture, ScheduledAction Action, DateTimeOffset At, int? Revision = null, string Reason = "");

/// <summary>An item's property points to another item. Kept for the draft and for what is published.</summary>
public sealed record StoredReference(Guid Source, Guid Target, string Property);
