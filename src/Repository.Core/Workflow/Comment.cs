namespace Repository.Core.Workflow;

/// <summary>What somebody says about a field of a draft ("" as property: about the whole; "name": about its name), until it is resolved.</summary>
/// <param name="Answers">The comment it answers; null for one that opens a conversation.</param>
public sealed record Comment(Guid Key, Guid ItemKey, string Culture, string Property, int Revision, Guid? Answers, DateTimeOffset At, string By, string Text)
{
    public DateTimeOffset? ResolvedAt { get; init; }

    public string ResolvedBy { get; init; } = "";
}

/// <summary>A comment to be made.</summary>
public sealed record NewComment(Guid ItemKey, string Culture, string Property, string Text, Author By)
{
    public Guid? Answers { get; init; }

    /// <summary>Chosen by a writer who may have to write it again: the same key is the same comment. Otherwise made here.</summary>
    public Guid? Key { get; init; }
}
