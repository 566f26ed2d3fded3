using System.Collections.Immutable;

namespace Repository.Core.Forms.Entries;

/// <summary>Who read what people sent, and when: the trail of those who answer for personal data. It holds no answers and outlives the entries it tells of.</summary>
public interface IEntryAccess
{
    Task TellAsync(EntryAccess access, CancellationToken cancellation);

    /// <summary>Newest first.</summary>
    Task<ImmutableArray<EntryAccess>> PageAsync(AccessQuery query, CancellationToken cancellation);
}

public enum AccessAct
{
    Read,
    OpenedFile,
    Exported,
    Erased,
}

/// <summary>One access: to an entry, or (without one) to many of a form at once.</summary>
/// <param name="What">The folio, with the question of a file; or the format and the states. Names of files are answers.</param>
public sealed record EntryAccess(Guid Key, DateTimeOffset At, string By, AccessAct Act, Guid Form, Guid? Entry, string What);

public sealed record AccessQuery(int Take)
{
    public Guid? Form { get; init; }

    public DateTimeOffset? Before { get; init; }
}
