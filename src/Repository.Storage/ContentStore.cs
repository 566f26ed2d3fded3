using System.Runtime.CompilerServices;
using Repository.Core.Accounts;
using Repository.Core.Calls;
using Repository.Core.Content;
using Repository.Core.Forms;
using Repository.Core.Forms.Entries;
using Repository.Core.Forms.Mail;
using Repository.Core.Forms.Results;
using Repository.Storage.Accounts;
using Repository.Storage.Calls;
using Repository.Storage.Forms;

namespace Repository.Storage;

/// <summary>
/// The store on SQLite or PostgreSQL. Thread-safe. Disposing it stops listening and closes its connections; what is still being written is not awaited.
/// </summary>
public sealed class ContentStore : IContentStore, IAsyncDisposable
{
    /// <summary>How long a change of another process may stay unseen when nobody tells.</summary>
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(150);

    private static readonly string PublicKinds = string.Join(", ", ChangeKinds.Public.Select(kind => $"'{kind}'"));

    private readonly ISqlDialect _dialect;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly SemaphoreSlim _entryTurn = new(1, 1);
    private readonly ChangeSignal _signal = new();
    private readonly CancellationTokenSource _closing = new();
    private readonly Task _listening;

    internal ContentStore(ISqlDialect dialect)
    {
        _dialect = dialect;
        _listening = dialect.ListenAsync(_signal.Pulse, _closing.Token);
        Accounts = new AccountStore(dialect);
        WorkingCopies = new WorkingCopyStore(dialect);
        Forms = new FormStore(dialect);
        Entries = new EntryStore(dialect, _entryTurn);
        Results = new ResultStore(dialect);
        Arrivals = new EntryArrivalStore(dialect, _entryTurn);
        Letters = new FormMailStore(dialect);
        EntryAccess = new EntryAccessStore(dialect);
        ProposedItems = new ProposedItemStore(dialect);
        Calls = new CallStore(dialect);
    }

    /// <summary>Whoever works with the content, in the same database.</summary>
    public IAccountStore Accounts { get; }

    /// <summary>What people have not saved yet.</summary>
    public IWorkingCopies WorkingCopies { get; }

    public IFormStore Forms { get; }

    /// <summary>What people sent by forms.</summary>
    public IEntryStore Entries { get; }

    /// <summary>What is still to be done about it.</summary>
    public IEntryArrivals Arrivals { get; }

    /// <summary>What is done about entries that apply to a call.</summary>
    public ICallStore Calls { get; }

    /// <summary>What was published of it.</summary>
    public IResultStore Results { get; }

    /// <summary>Letters about it that wait to be sent.</summary>
    public IFormMail Letters { get; }

    /// <summary>Who read it.</summary>
    public IEntryAccess EntryAccess { get; }

    /// <summary>The drafts that were made of it.</summary>
    public IProposedItems ProposedItems { get; }

    public async Task<WriteResult> WriteAsync(Func<IContentTransaction, Task<WriteResult>> work, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            return await GuardAsync(() => WriteInTurnAsync(work, cancellation));
        }
        finally
        {
            _turn.Release();
        }
    }

    public Task<T> ReadAsync<T>(Func<IContentReader, Task<T>> work, CancellationToken cancellation) =>
        _dialect.ReadAsync(session => work(new ContentReader(session)), cancellation);

    public async IAsyncEnumerable<ItemRecord> ReadItemsAsync(ItemSelection selection, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var session = await GuardAsync(() => Session.BeginAsync(_dialect, Access.Read, cancellation));
        var reading = new ItemRecords(session, selection);
        var items = await GuardAsync(reading.ItemsAsync);
        foreach (var some in items.Chunk(ItemRecords.AtOnce))
        {
            foreach (var record in await GuardAsync(() => reading.RecordsAsync(some))) yield return record;
        }
    }

    public Task<IReadOnlyList<Change>> ChangesAsync(long after, int limit, CancellationToken cancellation) =>
        ReadAsync(reader => reader.ChangesAsync(after, limit), cancellation);

    public Task<long> HeadAsync(CancellationToken cancellation) =>
        _dialect.ReadAsync(session => session.FirstAsync<long>("SELECT seq FROM change_head"), cancellation);

    public Task<long> LastPublicChangeAsync(long upTo, CancellationToken cancellation) => _dialect.ReadAsync(
        session => session.FirstAsync<long>(
            $"SELECT seq FROM change WHERE seq <= @UpTo AND kind IN ({PublicKinds}) ORDER BY seq DESC LIMIT 1",
            new { UpTo = upTo }),
        cancellation);

    public async Task WaitForChangeAsync(long after, CancellationToken cancellation)
    {
        while (true)
        {
            var next = _signal.Next;
            if (await IsBeyondAsync(after, cancellation)) return;
            await Task.WhenAny(next, Task.Delay(Glance, cancellation));
            cancellation.ThrowIfCancellationRequested();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_closing.IsCancellationRequested) return;
        await _closing.CancelAsync();
        await _listening.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _dialect.DisposeAsync();
        _closing.Dispose();
        _turn.Dispose();
        _entryTurn.Dispose();
    }

    private async Task<WriteResult> WriteInTurnAsync(Func<IContentTransaction, Task<WriteResult>> work, CancellationToken cancellation)
    {
        await using var session = await Session.BeginAsync(_dialect, Access.Write, cancellation);
        var transaction = new ContentTransaction(session, await session.FirstAsync<long>(_dialect.TakeHead));
        var result = await work(transaction);
        if (result is not WriteResult.Done) return result;

        await transaction.CommitAsync();
        _signal.Pulse();
        return result;
    }

    /// <summary>A database that is away has nothing new: whoever waits for a change waits that out, too.</summary>
    private async Task<bool> IsBeyondAsync(long after, CancellationToken cancellation)
    {
        try
        {
            return await HeadAsync(cancellation) > after;
        }
        catch (StoreUnavailableException)
        {
            return false;
        }
    }

    private Task<T> GuardAsync<T>(Func<Task<T>> work) => _dialect.GuardAsync(work);
}
