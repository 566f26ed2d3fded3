using Repository.Core.Workflow;

namespace Repository.Core.Content;

/// <summary>All children of a parent (null: the roots of a kind) in the order they shall have.</summary>
public sealed record NewOrder(ItemKind Kind, Guid? Parent, IReadOnlyList<Guid> Keys, Author By);
