using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Repository.Core.Forms;
using Repository.Core.Forms.Entries;

namespace Repository.Storage.Forms;

/// <summary>
/// Entries in the database of the content, in transactions of their own: none of them is content, so none moves the change log. Whoever writes waits for
/// their turn here, in the order they came, and not on each other's locks. Thread-safe.
/// </summary>
/// <param name="turn">What writers of entries take turns on.</param>
internal sealed class EntryStore(ISqlDialect dialect, SemaphoreSlim turn) : IEntryStore
{
    /// <summary>How many entries a long reading holds at a time.</summary>
    private const int AtOnce = 500;

    private readonly EntryAdding _adding = new(dialect, turn);

    public Task<FormVersion> RegisterAsync(Form form, DateTimeOffset now, CancellationToken cancellation) => WriteAsync(
        async session =>
        {
            var writing = new EntryWriting(session);
            return await new EntryReading(session).VersionAsync(form.Definition.Key, form.Hash) ?? await writing.AddVersionAsync(form, now);
        },
        cancellation);

    public Task<ImmutableArray<FormVersion>> VersionsAsync(Guid form, CancellationToken cancellation) => ReadAsync(reading => reading.VersionsAsync(form), cancellation);

    public Task<EntryResult> AddAsync(NewEntry entry, CancellationToken cancellation) => _adding.AddAsync(entry).WaitAsync(cancellation);

    public Task<EntryResult> ChangeAsync(FormEntry changed, string by, CancellationToken cancellation) => ChangeAsync(changed, by, [], cancellation);

    public Task<EntryResult> ChangeAsync(FormEntry changed, string by, ImmutableArray<string> awaited, CancellationToken cancellation) =>
        WriteAsync(session => new EntryWriting(session).ChangeAsync(changed, by, awaited), cancellation);

    public Task<bool> AddNoteAsync(Guid entry, EntryEvent note, CancellationToken cancellation) => WriteAsync(session => new EntryWriting(session).TellAsync(entry, note), cancellation);

    public Task<FormEntry?> FindAsync(Guid key, CancellationToken cancellation) => ReadAsync(reading => reading.FindAsync("key = @Value", key), cancellation);

    public Task<FormEntry?> FindByFolioAsync(string folio, CancellationToken cancellation) => ReadAsync(reading => reading.FindAsync("folio = @Value", folio), cancellation);

    public Task<FormEntry?> FindByLinkAsync(string linkHash, CancellationToken cancellation) => ReadAsync(reading => reading.FindAsync("link_hash = @Value", linkHash), cancellation);

    public Task<ImmutableArray<EntryEvent>> EventsAsync(Guid entry, CancellationToken cancellation) => ReadAsync(reading => reading.EventsAsync(entry), cancellation);

    public Task<ImmutableArray<FormEntry>> PageAsync(EntryQuery query, CancellationToken cancellation) => ReadAsync(reading => reading.PageAsync(query), cancellation);

    public Task<ImmutableSortedDictionary<string, long>> CountsAsync(Guid form, CancellationToken cancellation) => ReadAsync(reading => reading.CountsAsync(form), cancellation);

    public async IAsyncEnumerable<FormEntry> ReadAsync(Guid form, IReadOnlyCollection<EntryState> states, [EnumeratorCancellation] CancellationToken cancellation)
    {
        // One session: what is read is one state of the store, however long it takes.
        await using var session = await dialect.GuardAsync(() => Session.BeginAsync(dialect, Access.Read, cancellation));
        var reading = new EntryReading(session);
        EntryPlace? after = null;
        while (true)
        {
            var from = after;
            var some = await dialect.GuardAsync(() => reading.NextAsync(form, states, from, AtOnce));
            foreach (var entry in some) yield return entry;
            if (some.Length < AtOnce) yield break;
            after = new EntryPlace(some[^1].CreatedAt, some[^1].Key);
        }
    }

    public Task<int> EraseDueAsync(DateTimeOffset now, int most, CancellationToken cancellation) => WriteAsync(
        async session =>
        {
            var due = await session.ListAsync<Guid>("SELECT key FROM form_entry WHERE erase_at <= @Now ORDER BY erase_at LIMIT @Most", new { Now = now, Most = most });
            await new EntryWriting(session).EraseAsync(due, "retention", now);
            return due.Count;
        },
        cancellation);

    public Task<bool> EraseAsync(Guid entry, string by, DateTimeOffset now, CancellationToken cancellation) => WriteAsync(
        async session =>
        {
            var there = await session.ListAsync<Guid>("SELECT key FROM form_entry WHERE key = @Entry", new { Entry = entry });
            await new EntryWriting(session).EraseAsync(there, by, now);
            return there.Count > 0;
        },
        cancellation);

    public Task<ImmutableArray<Guid>> FilesToEraseAsync(int most, CancellationToken cancellation) => ReadAsync(reading => reading.FilesToEraseAsync(most), cancellation);

    public Task<ImmutableArray<Guid>> UnnamedFilesAsync(IReadOnlyCollection<Guid> files, CancellationToken cancellation) => ReadAsync(reading => reading.UnnamedFilesAsync(files), cancellation);

    public Task FilesErasedAsync(IReadOnlyCollection<Guid> files, CancellationToken cancellation) => WriteAsync(
        session => session.ExecuteAsync($"DELETE FROM form_file_erasure WHERE key {dialect.AmongKeys}", new { Keys = dialect.Keys(files) }),
        cancellation);

    private Task<T> ReadAsync<T>(Func<EntryReading, Task<T>> work, CancellationToken cancellation) => dialect.ReadAsync(session => work(new EntryReading(session)), cancellation);

    private Task<T> WriteAsync<T>(Func<Session, Task<T>> work, CancellationToken cancellation) =>
        dialect.WriteInTurnAsync(turn, work, result => result is not (EntryResult.Repeated or EntryResult.Stale or EntryResult.Missing), cancellation);
}
