using Repository.Core.Workflow;

namespace Repository.Core.Content;

/// <summary>An item as a writer saw it. A write is refused when the item has moved on since that version.</summary>
public sealed record Seen(Guid Key, long Version, Author By);
