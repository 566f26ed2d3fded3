using System.Collections.Immutable;
using Repository.Core.Content;
using Repository.Core.Schema;

namespace Repository.Core.Publishing;

/// <summary>An item as a file tells it. What a file does not tell (null) stays as it is.</summary>
public sealed record ImportedItem
{
    /// <summary>The file, as problems name it.</summary>
    public required string Source { get; init; }
    public required Guid Key { get; init; }
    public ItemKind Kind { get; init; }
    public required string Type { get; init; }

    /// <summary>Null for a root. The parent may stand in the store, or anywhere in the same batch.</summary>
    public Guid? ParentKey { get; init; }
    public int SortOrder { get; init; }
    public DateTimeOffset? CreatedAt { get; init; }
    public bool Trashed { get; init; }
    public bool? Restricted { get; init; }
    public required ItemContent Content { get; init; }

    /// <summary>The cultures the public sees ("" for an item that does not vary); all others are unpublished. Media are always public.</summary>
    public IReadOnlyCollection<string>? Published { get; init; }

    /// <summary>What is planned, replacing what was. Dates that have passed are left out.</summary>
    public IReadOnlyCollection<Planned>? Schedules { get; init; }
}

/// <summary>An item that is to go for good, with everything below it, whether or not it is in the bin; or (<paramref name="ChildrenOnly"/>) only those of its children that no file tells of.</summary>
public sealed record ImportedDeletion(string Source, Guid Key, bool ChildrenOnly = false);

/// <summary>Items and deletions that are taken in together or not at all.</summary>
public sealed record ImportBatch(IReadOnlyList<ImportedItem> Items, IReadOnlyList<ImportedDeletion> Deletions, string By);

/// <summary>How an import ended. With problems nothing was written.</summary>
public sealed record ImportReport(WriteResult Result, ImportCounts Counts, ImmutableArray<SchemaProblem> Problems);

public sealed record ImportCounts(int Created, int Updated, int Unchanged, int Deleted);
