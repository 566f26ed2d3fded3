using Repository.Core.Workflow;

namespace Repository.Core.Content;

/// <summary>An item to be created as the last one below a parent (null: as a root).</summary>
public sealed record NewItem
{
    /// <summary>Chosen by the writer when something must point to the item before it exists; otherwise made here.</summary>
    public Guid? Key { get; init; }
    public ItemKind Kind { get; init; }
    public required string Type { get; init; }
    public Guid? Parent { get; init; }
    public required ItemContent Content { get; init; }

    /// <summary>Hidden from anonymous visitors from the start.</summary>
    public bool Restricted { get; init; }
    public required Author By { get; init; }
}
