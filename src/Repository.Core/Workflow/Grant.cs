namespace Repository.Core.Workflow;

/// <summary>A role, in one section of the tree (the key of its topmost item) or, with none, everywhere.</summary>
public sealed record Grant(Role Role, Guid? Section);
