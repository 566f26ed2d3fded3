using System.Collections.Immutable;
using Repository.Core.Forms.Entries;

namespace Repository.Storage.Forms;

/// <summary>What is still to be done about entries, taken in the turn of those who write entries. Thread-safe.</summary>
/// <param name="turn">What writers of entries take turns on.</param>
internal sealed class EntryArrivalStore(ISqlDialect dialect, SemaphoreSlim turn) : IEntryArrivals
{
    public async Task<ImmutableArray<AwaitedArrival>> TakeDueAsync(DateTimeOffset now, DateTimeOffset until, int most, CancellationToken cancellation)
    {
        // Mostly there is nothing, and whoever only looks keeps nobody from writing.
        var isAny = await dialect.ReadAsync(session => session.FirstAsync<int>("SELECT COUNT(*) FROM (SELECT 1 FROM form_arrival WHERE next_at <= @Now LIMIT 1) due", new { Now = now }), cancellation);
        if (isAny == 0) return [];
        // The time is asked once more outside: another node may have taken a row while this one waited for it.
        return await TakeAsync(
            "(entry_key, name) IN (SELECT entry_key, name FROM form_arrival WHERE next_at <= @Now ORDER BY next_at LIMIT @Most) AND next_at <= @Now", new { Now = now, Until = until, Most = most }, cancellation);
    }

    public Task<ImmutableArray<AwaitedArrival>> TakeOfAsync(Guid entry, DateTimeOffset until, CancellationToken cancellation) =>
        TakeAsync("entry_key = @Entry", new { Entry = entry, Until = until }, cancellation);

    public Task PutOffAsync(AwaitedArrival arrival, DateTimeOffset next, CancellationToken cancellation) => dialect.WriteInTurnAsync(
        turn,
        session => session.ExecuteAsync("UPDATE form_arrival SET next_at = @Next WHERE entry_key = @Key AND name = @Name AND attempts = @Attempts", new { arrival.Entry.Key, arrival.Name, arrival.Attempts, Next = next }),
        cancellation);

    public Task SettleAsync(IReadOnlyCollection<DoneArrival> done, CancellationToken cancellation) => dialect.WriteInTurnAsync(
        turn,
        async session =>
        {
            foreach (var same in done.GroupBy(one => one.Arrival.Name))
            {
                var gone = await session.ListAsync<Guid>(
                    $"DELETE FROM form_arrival WHERE name = @Name AND entry_key {dialect.AmongKeys} RETURNING entry_key",
                    new { Name = same.Key, Keys = dialect.Keys(same.Select(one => one.Arrival.Entry.Key)) });
                foreach (var letter in same.Where(one => gone.Contains(one.Arrival.Entry.Key)).SelectMany(one => one.Letters)) await FormMailStore.AddAsync(session, letter);
            }

            return done.Count;
        },
        cancellation);

    private async Task<ImmutableArray<AwaitedArrival>> TakeAsync(string condition, object parameters, CancellationToken cancellation)
    {
        var taken = await dialect.WriteInTurnAsync(
            turn,
            session => session.ListAsync<ArrivalRow>($"UPDATE form_arrival SET attempts = attempts + 1, next_at = @Until WHERE {condition} RETURNING entry_key AS Entry, name AS Name, attempts AS Attempts", parameters),
            cancellation);
        // Read when others may write again; one that was erased in between awaits nothing any more.
        var entries = await dialect.ReadAsync(session => new EntryReading(session).AmongAsync([.. taken.Select(row => row.Entry).Distinct()]), cancellation);
        return [.. from entry in entries join row in taken on entry.Key equals row.Entry select new AwaitedArrival(entry, row.Name, row.Attempts)];
    }

    private sealed class ArrivalRow
    {
        public Guid Entry { get; init; }
        public string Name { get; init; } = "";
        public int Attempts { get; init; }
    }
}
