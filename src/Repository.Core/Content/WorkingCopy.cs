namespace Repository.Core.Content;

/// <summary>What a person has written of an item and not saved yet: never a revision, seen by nobody else. An item that does not exist yet has one as well.</summary>
/// <param name="Item">The item, or the key that a new one will have.</param>
/// <param name="Person">Whose it is.</param>
public sealed record WorkingCopy(Guid Item, Guid Person, ItemContent Content, DateTimeOffset At)
{
    /// <summary>The version of the item it began from; 0 for a new one.</summary>
    public long Version { get; init; }

    /// <summary>The revision it began from; 0 for a new one.</summary>
    public int Revision { get; init; }

    /// <summary>What a new item will be, and below which one.</summary>
    public required string Type { get; init; }

    public Guid? Parent { get; init; }
}

/// <summary>Where working copies are kept. Each person has one of an item at most; a later one takes its place.</summary>
public interface IWorkingCopies
{
    Task<WorkingCopy?> FindAsync(Guid item, Guid person, CancellationToken cancellation);

    /// <summary>A person's, newest first.</summary>
    Task<IReadOnlyList<WorkingCopy>> OfAsync(Guid person, CancellationToken cancellation);

    Task KeepAsync(WorkingCopy copy, CancellationToken cancellation);

    Task RemoveAsync(Guid item, Guid person, CancellationToken cancellation);
}
