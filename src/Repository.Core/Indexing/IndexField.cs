namespace Repository.Core.Indexing;

/// <summary>One text of an item under the name of the index field it is searched in.</summary>
public sealed record IndexField(string Name, string Text);
