namespace Repository.Core.Content;

/// <summary>Which lines of the change log somebody wants to read, newest first. What is null narrows nothing.</summary>
public sealed record ChangeQuery(int Limit)
{
    public Guid? Key { get; init; }
    public string? By { get; init; }
    public ChangeKind? Kind { get; init; }

    /// <summary>At or after this instant.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Before this instant.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Before this line: where the reader left off.</summary>
    public long? Before { get; init; }
}
