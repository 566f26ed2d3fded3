using Repository.Core.Workflow;

namespace Repository.Core.Content;

/// <summary>An item as a writer saw it. A write is refused when the item has moved on since that version.</summary>
public sealed record Seen(Guid Key, long Version, Author By)
{
    /// <summary>Why, in the writer's words. Kept with decisions about publishing and review; people who withdraw something must give one.</summary>
    public string Reason { get; init; } = "";
}
