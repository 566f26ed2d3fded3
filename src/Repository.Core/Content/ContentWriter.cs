using Repository.Core.Publishing;
using Repository.Core.Workflow;

namespace Repository.Core.Content;

/// <summary>Runs a use case: one transaction, and then the wait until this node serves what was written.</summary>
public sealed class ContentWriter(IContentStore store, ILiveContent live, TimeProvider clock)
{
    internal IContentStore Store => store;

    internal async Task<WriteResult> WriteAsync(Author by, Func<WriteTurn, Task<WriteResult>> work, CancellationToken cancellation, string reason = "")
    {
        var result = await store.WriteAsync(transaction => work(new WriteTurn(transaction, by, clock.GetUtcNow(), reason.Trim())), cancellation);
        if (result is WriteResult.Done { Seq: > 0 } done) await ServeAsync(done.Seq, cancellation);
        return result;
    }

    /// <summary>What is committed is done, even when the database goes away before this node has read it back: the follower shows it once it can.</summary>
    private async Task ServeAsync(long seq, CancellationToken cancellation)
    {
        try
        {
            await live.ServeAsync(seq, cancellation);
        }
        catch (StoreUnavailableException)
        {
            // To call the write failed would make its writer do it again.
        }
    }

    /// <summary>A change of one item that the writer has seen.</summary>
    internal Task<WriteResult> ChangeAsync(Seen seen, Act act, Func<WriteTurn, Item, Task<WriteResult>> work, CancellationToken cancellation) =>
        ChangeAsync(seen, [act], null, work, cancellation);

    /// <param name="acts">One of them the writer must be allowed to do to the item. Asked first: whoever is not told no more of it than that.</param>
    internal Task<WriteResult> ChangeAsync(Seen seen, Act[] acts, ItemContent? attempted, Func<WriteTurn, Item, Task<WriteResult>> work, CancellationToken cancellation) =>
        WriteAsync(seen.By, async turn =>
        {
            if (await turn.Store.FindAsync(seen.Key) is not { } item) return new WriteResult.Missing(seen.Key);
            if (await turn.RefuseAsync(item.Kind, item, acts) is { } forbidden) return forbidden;
            if (item.Version != seen.Version) return new WriteResult.Stale(attempted, item.Version, await turn.DraftAsync(item));
            return await work(turn, item);
        }, cancellation, seen.Reason);
}
