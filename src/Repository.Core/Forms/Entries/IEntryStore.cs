using System.Collections.Immutable;

namespace Repository.Core.Forms.Entries;

/// <summary>Where entries are kept. Every change is one transaction; what was acknowledged is on the disk.</summary>
public interface IEntryStore
{
    /// <summary>The version of a form's definition: its number, given when it is first seen.</summary>
    Task<FormVersion> RegisterAsync(Form form, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>All versions of a form, oldest first.</summary>
    Task<ImmutableArray<FormVersion>> VersionsAsync(Guid form, CancellationToken cancellation);

    /// <summary>Keeps a new entry and gives it its folio. The same idempotency key again gives the entry that is there already.</summary>
    Task<EntryResult> AddAsync(NewEntry entry, CancellationToken cancellation);

    /// <summary>Writes an entry that nobody else has changed since it was read, with a line of its story where its state is another.</summary>
    Task<EntryResult> ChangeAsync(FormEntry changed, string by, CancellationToken cancellation);

    /// <summary>The same for one that comes in by it: what is to be done about that is kept with it.</summary>
    Task<EntryResult> ChangeAsync(FormEntry changed, string by, ImmutableArray<string> awaited, CancellationToken cancellation);

    /// <summary>False when there is no such entry.</summary>
    Task<bool> AddNoteAsync(Guid entry, EntryEvent note, CancellationToken cancellation);

    Task<FormEntry?> FindAsync(Guid key, CancellationToken cancellation);

    Task<FormEntry?> FindByFolioAsync(string folio, CancellationToken cancellation);

    Task<FormEntry?> FindByLinkAsync(string linkHash, CancellationToken cancellation);

    /// <summary>The story of an entry, oldest first.</summary>
    Task<ImmutableArray<EntryEvent>> EventsAsync(Guid entry, CancellationToken cancellation);

    /// <summary>A page of a form's entries, newest first.</summary>
    Task<ImmutableArray<FormEntry>> PageAsync(EntryQuery query, CancellationToken cancellation);

    /// <summary>How many entries of a form there are in each state.</summary>
    Task<ImmutableSortedDictionary<string, long>> CountsAsync(Guid form, CancellationToken cancellation);

    /// <summary>Every entry of a form in one of these states, in the order they were begun; read as it goes, however many there are.</summary>
    IAsyncEnumerable<FormEntry> ReadAsync(Guid form, IReadOnlyCollection<EntryState> states, CancellationToken cancellation);

    /// <summary>Erases what people said in entries whose time has come, some at a time; their files are listed for erasure in the same transaction.</summary>
    /// <returns>How many entries were erased; fewer than <paramref name="most"/> when none is left.</returns>
    Task<int> EraseDueAsync(DateTimeOffset now, int most, CancellationToken cancellation);

    /// <summary>Erases one entry because somebody asked for it.</summary>
    Task<bool> EraseAsync(Guid entry, string by, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>Files whose bytes are still to be erased.</summary>
    Task<ImmutableArray<Guid>> FilesToEraseAsync(int most, CancellationToken cancellation);

    /// <summary>Those among some files that no entry names.</summary>
    Task<ImmutableArray<Guid>> UnnamedFilesAsync(IReadOnlyCollection<Guid> files, CancellationToken cancellation);

    /// <summary>Their bytes are gone.</summary>
    Task FilesErasedAsync(IReadOnlyCollection<Guid> files, CancellationToken cancellation);
}

/// <summary>One state of a form's definition, with the number entries name it by.</summary>
public sealed record FormVersion(Guid Form, int Number, string Hash, DateTimeOffset At, FormDefinition Definition);

/// <summary>An entry on its way in: everything but the folio, which the store gives.</summary>
/// <param name="Entry">Its folio is not looked at.</param>
/// <param name="FolioPrefix">The letters of the form.</param>
/// <param name="IdempotencyKey">What the sender calls this attempt; empty when it has no name.</param>
public sealed record NewEntry(FormEntry Entry, string FolioPrefix, string IdempotencyKey, string By)
{
    /// <summary>Why it comes in the state it does, where that is not plain; the first line of its story says so.</summary>
    public string Why { get; init; } = "";

    /// <summary>The names of what is to be done about it.</summary>
    public ImmutableArray<string> Awaited { get; init; } = [];
}

/// <summary>Which entries of a form: of one state or all, begun before a place where the last page ended.</summary>
public sealed record EntryQuery(Guid Form, EntryState? State, EntryPlace? After, int Take)
{
    /// <summary>Begun at this instant or later.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Begun before this instant.</summary>
    public DateTimeOffset? Until { get; init; }
}

/// <summary>Where an entry stands among those of its form.</summary>
public sealed record EntryPlace(DateTimeOffset At, Guid Key);

public abstract record EntryResult
{
    public sealed record Done(FormEntry Entry) : EntryResult;

    /// <summary>The same attempt was kept before; this is what is there.</summary>
    public sealed record Repeated(FormEntry Entry) : EntryResult;

    /// <summary>Somebody else was faster.</summary>
    public sealed record Stale : EntryResult;

    public sealed record Missing : EntryResult;
}
