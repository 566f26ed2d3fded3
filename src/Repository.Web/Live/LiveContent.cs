using Repository.Core.Content;
using Repository.Core.Editors;
using Repository.Core.Publishing;
using Repository.Core.Schema;

namespace Repository.Web.Live;

/// <summary>
/// Keeps the current snapshot in step with the change log. There is one of what is published and, once someone has asked for a
/// preview, one of the drafts. Readers take <see cref="Current"/> and never wait; a failure leaves the last snapshot serving.
/// What is published has a search index beside it: while the first one is still being made only those who search wait, afterwards the two are swapped as one.
/// </summary>
internal sealed partial class LiveContent(IContentStore store, ContentSchema schema, EditorRegistry editors, bool drafts, ILogger<LiveContent> log, ContentIndex? index = null) : ILiveContent, IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private const int AnewAtOnce = 16;
    private const int Attempts = 4;

    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private readonly HashSet<Guid> _changedMeanwhile = [];
    private readonly TaskCompletionSource _searchable = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile State _state = new(SnapshotBuilder.Empty(schema, editors), null);

    public PublishedSnapshot Current => _state.Snapshot;

    /// <summary>The current snapshot with its search index.</summary>
    public async ValueTask<Searchable> SearchableAsync(CancellationToken cancellation)
    {
        if (_state.Search is { } ready) return ready;
        await _searchable.Task.WaitAsync(cancellation);
        return _state.Search!;
    }

    /// <summary>The state of the store as a snapshot.</summary>
    public static async Task<PublishedSnapshot> ReadAsync(IContentStore store, ContentSchema schema, EditorRegistry editors, CancellationToken cancellation, bool drafts = false)
    {
        // The cursor is read first: what is written meanwhile is read twice, never missed.
        var head = await store.HeadAsync(cancellation);
        var builder = new SnapshotBuilder(SnapshotBuilder.Empty(schema, editors), showRestricted: drafts);
        await foreach (var record in store.ReadItemsAsync(new ItemSelection(drafts), cancellation)) builder.Put(record);
        Remember(builder, await store.ReadAsync(reader => reader.FormerSegmentsAsync(), cancellation));
        return builder.Build(head, drafts ? head : await store.LastPublicChangeAsync(head, cancellation));
    }

    /// <summary>Reads everything; afterwards <see cref="Current"/> is the state of the store.</summary>
    public async Task LoadAsync(CancellationToken cancellation)
    {
        await _oneAtATime.WaitAsync(cancellation);
        try
        {
            _state = new State(await ReadAsync(store, schema, editors, cancellation, drafts), null);
            LogLoaded(Current.Count, Current.Cursor);
        }
        finally
        {
            _oneAtATime.Release();
        }

        ClearAway();
    }

    /// <summary>Opens or makes the search index of the present state. Content is served meanwhile; what changes meanwhile is taken in at the end.</summary>
    public async Task OpenIndexAsync(CancellationToken cancellation)
    {
        var opened = Current;
        var searcher = await Task.Run(() => index!.OpenAsync(opened, store, cancellation), cancellation);
        await _oneAtATime.WaitAsync(cancellation);
        try
        {
            if (!ReferenceEquals(Current, opened)) searcher = index!.Next(opened, Current, _changedMeanwhile);
            _changedMeanwhile.Clear();
            _state = new State(Current, new Searchable(Current, searcher));
            _searchable.TrySetResult();
        }
        finally
        {
            _oneAtATime.Release();
        }

        ClearAway();
    }

    /// <summary>
    /// Indexes items anew whose files can be read by now. They are analysed beside everything else, so that nobody who publishes waits for it; only where
    /// one publication follows the other without a pause they come in between.
    /// </summary>
    public async Task IndexAnewAsync(IReadOnlyCollection<Guid> keys, CancellationToken cancellation)
    {
        foreach (var some in keys.Chunk(AnewAtOnce))
        {
            for (var attempt = 1; !await IndexAnewAsync(some, attempt == Attempts, cancellation); attempt++)
            {
            }
        }
    }

    /// <summary>Saves the index of the current state, while no other is being made.</summary>
    public async Task SaveIndexAsync(CancellationToken cancellation)
    {
        await _oneAtATime.WaitAsync(cancellation);
        try
        {
            if (_state.Search is { } search) await index!.SaveAsync(search, store, cancellation);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public async Task ServeAsync(long seq, CancellationToken cancellation)
    {
        while (Current.Cursor < seq) await CatchUpAsync(cancellation);
    }

    /// <summary>Follows the log until it is cancelled. Whatever goes wrong, readers keep the last snapshot and the next try comes soon.</summary>
    public async Task FollowAsync(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                await store.WaitForChangeAsync(Current.Cursor, cancellation);
                await CatchUpAsync(cancellation);
            }
            catch (Exception failure) when (!cancellation.IsCancellationRequested)
            {
                // A follower that gives up would leave this node behind for good, and take the program down with it.
                if (failure is StoreUnavailableException) LogBehind(failure.Message);
                else LogStuck(failure);
                await Task.Delay(Pause, cancellation);
            }
        }
    }

    public void Dispose() => _oneAtATime.Dispose();

    /// <summary>Whoever has read everything leaves much behind, at 100,000 items hundreds of megabytes; by itself the collector would let it lie.</summary>
    private static void ClearAway() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);

    private async Task CatchUpAsync(CancellationToken cancellation)
    {
        await _oneAtATime.WaitAsync(cancellation);
        try
        {
            var previous = _state;
            _state = await store.ReadAsync(reader => NextAsync(reader, previous, cancellation), cancellation);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <summary>Log and items are read in one look at the store, so that readers see each transaction whole or not at all.</summary>
    private async Task<State> NextAsync(IContentReader reader, State previous, CancellationToken cancellation)
    {
        var changed = await ChangedItems.ReadAsync(reader, previous.Snapshot.Cursor, Concerns);
        if (changed.Keys.Count == 0) return changed.Cursor == previous.Snapshot.Cursor ? previous : previous.AsOf(changed.Cursor);
        var builder = new SnapshotBuilder(previous.Snapshot, showRestricted: drafts);
        var gone = changed.Keys.ToHashSet();
        await foreach (var record in reader.RecordsAsync(new ItemSelection(drafts, changed.Keys)).WithCancellation(cancellation))
        {
            builder.Put(record);
            gone.Remove(record.Item.Key);
        }

        foreach (var key in gone) builder.Remove(key);
        Remember(builder, await reader.FormerSegmentsAsync(changed.Keys));
        var next = builder.Build(changed.Cursor, changed.Version);
        if (previous.Search is not null) return new State(next, new Searchable(next, index!.Next(previous.Snapshot, next, builder.Placed)));
        if (index is not null) _changedMeanwhile.UnionWith(builder.Placed);
        return new State(next, null);
    }

    /// <summary>False when the content has changed while it was analysed.</summary>
    private async Task<bool> IndexAnewAsync(Guid[] keys, bool isUrgent, CancellationToken cancellation)
    {
        var analysed = Current;
        var documents = isUrgent ? null : index!.Analyse(analysed, keys);
        await _oneAtATime.WaitAsync(cancellation);
        try
        {
            if (!isUrgent && Current.Version != analysed.Version) return false;
            _state = new State(Current, new Searchable(Current, index!.Take(documents ?? index.Analyse(Current, keys))));
            return true;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    private bool Concerns(Change change) => drafts || change.Kind.IsPublic;

    private static void Remember(SnapshotBuilder builder, IEnumerable<FormerSegment> segments)
    {
        foreach (var former in segments) builder.Remember(former);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Serving {Items} items as of change {Cursor}")]
    private partial void LogLoaded(int items, long cursor);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Cannot follow the change log, the last state keeps being served: {Reason}")]
    private partial void LogBehind(string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "A line of the change log cannot be followed, the last state keeps being served")]
    private partial void LogStuck(Exception failure);

    private sealed record State(PublishedSnapshot Snapshot, Searchable? Search)
    {
        /// <summary>The same content as of a later line of the log.</summary>
        public State AsOf(long cursor) => Snapshot.AsOf(cursor) is var later && Search is null ? new State(later, null) : new State(later, Search with { Snapshot = later });
    }
}
