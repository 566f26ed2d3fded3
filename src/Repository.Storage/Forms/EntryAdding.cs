using System.Collections.Concurrent;
using Repository.Core.Forms.Entries;

namespace Repository.Storage.Forms;

/// <summary>
/// Adds entries, those that come at the same time in one transaction: the disk is waited for once for all of them, and each is told only when it is
/// there. Whoever gives up meanwhile may find the entry kept all the same.
/// </summary>
internal sealed class EntryAdding(ISqlDialect dialect, SemaphoreSlim turn)
{
    private const int MostAtOnce = 64;

    private readonly ConcurrentQueue<Pending> _waiting = new();

    public async Task<EntryResult> AddAsync(NewEntry entry)
    {
        var own = new Pending(entry);
        _waiting.Enqueue(own);
        await turn.WaitAsync();
        try
        {
            // Whoever had the turn before may have taken this one along.
            while (!own.IsDone) await AddSomeAsync();
        }
        finally
        {
            turn.Release();
        }

        return await own.Result.Task;
    }

    private async Task AddSomeAsync()
    {
        var some = new List<Pending>(MostAtOnce);
        while (some.Count < MostAtOnce && _waiting.TryDequeue(out var next)) some.Add(next);
        try
        {
            await AddTogetherAsync(some);
        }
        catch (Exception failure)
        {
            // None of them is there. One that cannot be kept must not keep the others from it.
            if (some is [var only]) only.Result.SetException(failure);
            else foreach (var one in some) await AddAloneAsync(one);
        }
    }

    private async Task AddAloneAsync(Pending one)
    {
        try
        {
            await AddTogetherAsync([one]);
        }
        catch (Exception failure)
        {
            one.Result.SetException(failure);
        }
    }

    private async Task AddTogetherAsync(List<Pending> some)
    {
        var results = await dialect.WriteAsync(
            async session =>
            {
                var made = new List<EntryResult>(some.Count);
                foreach (var one in some) made.Add(await AddAsync(session, one.Entry));
                return made;
            },
            CancellationToken.None);
        foreach (var (one, result) in some.Zip(results)) one.Result.SetResult(result);
    }

    /// <summary>A repeated attempt leaves nothing behind, so that folios run without gaps.</summary>
    private static async Task<EntryResult> AddAsync(Session session, NewEntry entry)
    {
        await session.ExecuteAsync("SAVEPOINT entry");
        var result = await new EntryWriting(session).AddAsync(entry);
        if (result is not EntryResult.Done) await session.ExecuteAsync("ROLLBACK TO SAVEPOINT entry");
        await session.ExecuteAsync("RELEASE SAVEPOINT entry");
        return result;
    }

    private sealed class Pending(NewEntry entry)
    {
        public NewEntry Entry => entry;

        public TaskCompletionSource<EntryResult> Result { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool IsDone => Result.Task.IsCompleted;
    }
}
