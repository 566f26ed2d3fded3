using Repository.Core.Publishing;

namespace Repository.Core.Content;

/// <summary>Runs a use case: one transaction, and then the wait until this node serves what was written.</summary>
public sealed class ContentWriter(IContentStore store, ILiveContent live, TimeProvider clock)
{
    internal IContentStore Store => store;

    internal async Task<WriteResult> WriteAsync(string by, Func<WriteTurn, Task<WriteResult>> work, CancellationToken cancellation)
    {
        var result = await store.WriteAsync(transaction => work(new WriteTurn(transaction, by, clock.GetUtcNow())), cancellation).ConfigureAwait(false);
        if (result is WriteResult.Done { Seq: > 0 } done) await live.ServeAsync(done.Seq, cancellation).ConfigureAwait(false);
        return result;
    }

    /// <summary>A change of one item that the writer has seen.</summary>
    internal Task<WriteResult> ChangeAsync(Seen seen, Func<WriteTurn, Item, Task<WriteResult>> work, CancellationToken cancellation) =>
        ChangeAsync(seen, null, work, cancellation);

    internal Task<WriteResult> ChangeAsync(Seen seen, ItemContent? attempted, Func<WriteTurn, Item, Task<WriteResult>> work, CancellationToken cancellation) =>
        WriteAsync(seen.By, async turn =>
        {
            if (await turn.Store.FindAsync(seen.Key).ConfigureAwait(false) is not { } item) return new WriteResult.Missing(seen.Key);
            if (item.Version != seen.Version) return new WriteResult.Stale(attempted, item.Version, await turn.DraftAsync(item).ConfigureAwait(false));
            return await work(turn, item).ConfigureAwait(false);
        }, cancellation);
}
