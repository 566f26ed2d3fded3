using Repository.Core.Content;
using Repository.Core.Drafts;

namespace Repository.Web.Live;

/// <summary>Every draft as the lists of the desk tell of it. Read when the first list is asked for, then kept in step with the change log at each request.</summary>
internal sealed class LiveCatalogue(IContentStore store, ContentValidation validation, LiveContent live) : IAsyncDisposable
{
    /// <summary>To read what somebody wrote takes longer than to fetch it, so several processors share in it.</summary>
    private const int AtOnce = 500;

    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private readonly CancellationTokenSource _closing = new();
    private volatile DraftCatalogue? _current;
    private int _warmed;
    private Task _warming = Task.CompletedTask;

    /// <summary>Begins to read, once, so that whoever is still typing a password finds the lists ready. Whether it works shows when a list is asked for.</summary>
    public void Warm()
    {
        if (_current is not null || Interlocked.Exchange(ref _warmed, 1) == 1) return;
        _warming = Task.Run(() => CurrentAsync(_closing.Token));
    }

    /// <summary>As of the last line of the log that was there when it was asked for.</summary>
    public async Task<DraftCatalogue> CurrentAsync(CancellationToken cancellation)
    {
        if (await FreshAsync(cancellation) is { } known) return known;
        await _oneAtATime.WaitAsync(cancellation);
        try
        {
            if (await FreshAsync(cancellation) is { } meanwhile) return meanwhile;
            return _current = _current is { } current
                ? await store.ReadAsync(reader => NextAsync(reader, current), cancellation)
                : await LoadAsync(cancellation);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <summary>The store is closed after it: nobody reads there any more.</summary>
    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _warming.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _closing.Dispose();
        _oneAtATime.Dispose();
    }

    private async Task<DraftCatalogue?> FreshAsync(CancellationToken cancellation) =>
        _current is { } current && current.Cursor >= await store.HeadAsync(cancellation) ? current : null;

    /// <summary>The cursor is read first: what is written meanwhile is read twice, never missed.</summary>
    private async Task<DraftCatalogue> LoadAsync(CancellationToken cancellation)
    {
        var head = await store.HeadAsync(cancellation);
        return await store.ReadAsync(async reader => DraftCatalogue.Empty.With(await ReadAsync(reader, null), [], head), cancellation);
    }

    private async Task<DraftCatalogue> NextAsync(IContentReader reader, DraftCatalogue previous)
    {
        var changed = await ChangedItems.ReadAsync(reader, previous.Cursor, _ => true);
        var entries = await ReadAsync(reader, changed.Keys);
        return previous.With(entries, [.. changed.Keys.Except(entries.Select(entry => entry.Key))], changed.Cursor);
    }

    private async Task<List<DraftEntry>> ReadAsync(IContentReader reader, IReadOnlyCollection<Guid>? keys)
    {
        var reading = new DraftReading(validation, TermKey);
        var entries = new List<DraftEntry>();
        var some = new List<DraftRecord>(AtOnce);
        await foreach (var record in reader.DraftsAsync(keys))
        {
            _closing.Token.ThrowIfCancellationRequested();
            some.Add(record);
            if (some.Count < AtOnce) continue;
            entries.AddRange(some.AsParallel().Select(reading.Read));
            some.Clear();
        }

        entries.AddRange(some.Select(reading.Read));
        return entries;
    }

    /// <summary>Vocabularies are public: what is published of them is enough to know what a sheet is.</summary>
    private string? TermKey(Guid term) => live.Current.Find(term)?.Content.Value("key", ItemContent.Invariant);
}
