using System.Collections.Immutable;
using Repository.Core.Calls;
using Repository.Core.Forms.Entries;
using Repository.Storage.Forms;

namespace Repository.Storage.Calls;

/// <summary>Questions about applications within one transaction.</summary>
internal sealed class ApplicationReading(Session session)
{
    private const int AtOnce = 500;

    /// <summary>What was only begun, waits in quarantine or was erased is no application.</summary>
    private static readonly ImmutableArray<EntryState> Sent = [EntryState.Received, .. ApplicationStates.All.Where(state => state != ApplicationStates.Draft)];

    public async Task<ImmutableArray<Application>> OfFormAsync(Guid form)
    {
        var (entries, reading) = (new List<FormEntry>(), new EntryReading(session));
        EntryPlace? after = null;
        while (true)
        {
            var some = await reading.NextAsync(form, Sent, after, AtOnce);
            entries.AddRange(some);
            if (some.Length < AtOnce) return await WithAsync(entries);
            after = new EntryPlace(some[^1].CreatedAt, some[^1].Key);
        }
    }

    public async Task<ImmutableArray<Application>> OfEvaluatorAsync(Guid evaluator)
    {
        var keys = await session.ListAsync<Guid>("SELECT entry_key FROM call_sheet WHERE evaluator = @Evaluator", new { Evaluator = evaluator });
        return await WithAsync(await new EntryReading(session).AmongAsync(keys));
    }

    public async Task<Application?> FindAsync(Guid entry) =>
        await new EntryReading(session).FindAsync("key = @Value", entry) is { } found && found.State != EntryState.Erased ? (await WithAsync([found]))[0] : null;

    public async Task<ImmutableArray<CallEvent>> EventsAsync(Guid entry) =>
        [
            .. (await session.ListAsync<CallEventRow>(
                "SELECT at AS At, by AS By, deed AS Deed, subject AS Subject, text AS Text FROM call_event WHERE entry_key = @Entry ORDER BY number",
                new { Entry = entry })).Select(row => row.Event),
        ];

    public async Task<ImmutableArray<LateAttempt>> LateAsync(Guid call) =>
        [.. (await session.ListAsync<LateAttemptRow>("SELECT key AS Key, at AS At FROM call_late_attempt WHERE call_key = @Call ORDER BY at, key", new { Call = call })).Select(row => new LateAttempt(row.Key, call, row.At))];

    private async Task<ImmutableArray<Application>> WithAsync(IReadOnlyCollection<FormEntry> entries)
    {
        if (entries.Count == 0) return [];
        var (among, keys) = (session.Dialect.AmongKeys, new { Keys = session.Dialect.Keys(entries.Select(entry => entry.Key)) });
        var applications = (await session.ListAsync<ApplicationRow>($"SELECT {ApplicationRow.Columns} FROM call_application WHERE entry_key {among}", keys)).ToDictionary(row => row.EntryKey);
        var sheets = (await session.ListAsync<SheetRow>($"SELECT {SheetRow.Columns} FROM call_sheet WHERE entry_key {among} ORDER BY entry_key, place", keys)).ToLookup(row => row.EntryKey, row => row.Sheet);
        return [.. entries.Select(entry => applications.TryGetValue(entry.Key, out var row) ? row.Of(entry, sheets[entry.Key]) : new Application(entry))];
    }
}
