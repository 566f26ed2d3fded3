using Repository.Core.Content;
using Repository.Core.Workflow;

namespace Repository.Storage;

/// <summary>An item as its columns are written; read, they fill the item itself.</summary>
internal sealed record ItemRow(
    Guid Key,
    string Kind,
    string Type,
    Guid? ParentKey,
    int SortOrder,
    DateTimeOffset CreatedAt,
    string CreatedBy,
    bool Trashed,
    Guid? TrashedFrom,
    bool Restricted,
    long Version,
    int Revision)
{
    public const string Columns =
        """
        key AS Key, kind AS Kind, type AS Type, parent_key AS ParentKey, sort_order AS SortOrder, created_at AS CreatedAt, created_by AS CreatedBy,
        trashed AS Trashed, trashed_from AS TrashedFrom, restricted AS Restricted, version AS Version, revision AS Revision
        """;

    public ItemRow(Item item)
        : this(
            item.Key,
            item.Kind.ToString(),
            item.Type,
            item.ParentKey,
            item.SortOrder,
            item.CreatedAt,
            item.CreatedBy,
            item.Trashed,
            item.TrashedFrom,
            item.Restricted,
            item.Version,
            item.Revision)
    {
    }
}

// Dapper fills a constructor only when every column has exactly its type, and SQLite's integers are all long: hence settable rows.
internal sealed class PublicationRow
{
    public const string Columns = "item_key AS ItemKey, culture AS Culture, revision AS Revision, segment AS Segment, at AS At";

    public Guid ItemKey { get; init; }
    public string Culture { get; init; } = "";
    public int Revision { get; init; }
    public string Segment { get; init; } = "";
    public DateTimeOffset At { get; init; }

    public Publication Publication => new(ItemKey, Culture, Revision, Segment, At);
}

internal sealed class ScheduleRow
{
    public const string Columns = "item_key AS ItemKey, culture AS Culture, action AS Action, at AS At, revision AS Revision, reason AS Reason";

    public Guid ItemKey { get; init; }
    public string Culture { get; init; } = "";
    public ScheduledAction Action { get; init; }
    public DateTimeOffset At { get; init; }
    public int? Revision { get; init; }
    public string Reason { get; init; } = "";

    public Schedule Schedule => new(ItemKey, Culture, Action, At, Revision, Reason);
}

internal sealed class ReviewRow
{
    public const string Columns = "item_key AS ItemKey, culture AS Culture, revision AS Revision, state AS State, at AS At, by AS By, note AS Note, origin AS Origin";

    public Guid ItemKey { get; init; }
    public string Culture { get; init; } = "";
    public int Revision { get; init; }
    public ReviewState State { get; init; }
    public DateTimeOffset At { get; init; }
    public string By { get; init; } = "";
    public string Note { get; init; } = "";
    public string Origin { get; init; } = "";

    public Review Review => new(ItemKey, Culture, Revision, State, At, By, Note, Origin);
}

internal sealed class CommentRow
{
    public const string Columns =
        """
        key AS Key, item_key AS ItemKey, culture AS Culture, property AS Property, revision AS Revision, answers AS Answers, at AS At, by AS By, text AS Text,
        resolved_at AS ResolvedAt, resolved_by AS ResolvedBy
        """;

    public Guid Key { get; init; }
    public Guid ItemKey { get; init; }
    public string Culture { get; init; } = "";
    public string Property { get; init; } = "";
    public int Revision { get; init; }
    public Guid? Answers { get; init; }
    public DateTimeOffset At { get; init; }
    public string By { get; init; } = "";
    public string Text { get; init; } = "";
    public DateTimeOffset? ResolvedAt { get; init; }
    public string ResolvedBy { get; init; } = "";

    public Comment Comment => new(Key, ItemKey, Culture, Property, Revision, Answers, At, By, Text) { ResolvedAt = ResolvedAt, ResolvedBy = ResolvedBy };
}

internal sealed class FormerSegmentRow
{
    public const string Columns =
        """
        former_segment.parent_key AS ParentKey, former_segment.culture AS Culture, former_segment.segment AS Segment, former_segment.item_key AS ItemKey,
        former_segment.at AS At, COALESCE(node.restricted, FALSE) AS IsWithheld
        """;

    public Guid? ParentKey { get; init; }
    public string Culture { get; init; } = "";
    public string Segment { get; init; } = "";
    public Guid ItemKey { get; init; }
    public DateTimeOffset At { get; init; }
    public bool IsWithheld { get; init; }

    public FormerSegment FormerSegment => new(ParentKey, Culture, Segment, ItemKey, At) { IsWithheld = IsWithheld };
}

internal sealed class RevisionRow
{
    public Guid ItemKey { get; init; }
    public int Number { get; init; }
    public DateTimeOffset At { get; init; }
    public string By { get; init; } = "";
    public byte[] Content { get; init; } = [];

    public Revision Revision => new(ItemKey, Number, At, By, ItemContentJson.Read(Content));
}
