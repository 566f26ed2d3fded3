using System.Collections.Immutable;
using Repository.Core.Forms.Entries;

namespace Repository.Storage.Forms;

/// <summary>Questions about entries within one transaction.</summary>
internal sealed class EntryReading(Session session)
{
    private const string VersionColumns = "form_key AS FormKey, number AS Number, hash AS Hash, at AS At, definition AS Definition";

    public async Task<FormVersion?> VersionAsync(Guid form, string hash) =>
        (await session.FirstAsync<VersionRow>($"SELECT {VersionColumns} FROM form_version WHERE form_key = @Form AND hash = @Hash", new { Form = form, Hash = hash }))?.Version;

    public async Task<ImmutableArray<FormVersion>> VersionsAsync(Guid form) =>
        [.. (await session.ListAsync<VersionRow>($"SELECT {VersionColumns} FROM form_version WHERE form_key = @Form ORDER BY number", new { Form = form })).Select(row => row.Version)];

    /// <param name="condition">One column compared with @Value, whose type must be known: a key in a box would be written in the words of the driver.</param>
    public async Task<FormEntry?> FindAsync<T>(string condition, T value) =>
        await session.FirstAsync<EntryRow>($"SELECT {EntryRow.Columns} FROM form_entry WHERE {condition}", new { Value = value }) is { } row ? (await WithFilesAsync([row]))[0] : null;

    /// <summary>Some entries, oldest first.</summary>
    public async Task<ImmutableArray<FormEntry>> AmongAsync(IReadOnlyCollection<Guid> keys) => await WithFilesAsync(await session.ListAsync<EntryRow>(
        $"SELECT {EntryRow.Columns} FROM form_entry WHERE key {session.Dialect.AmongKeys} ORDER BY created_at, key", new { Keys = session.Dialect.Keys(keys) }));

    public async Task<ImmutableArray<EntryEvent>> EventsAsync(Guid entry) =>
        [
            .. (await session.ListAsync<EventRow>(
                "SELECT at AS At, by AS By, state AS State, text AS Text FROM form_event WHERE entry_key = @Entry ORDER BY number",
                new { Entry = entry })).Select(row => row.Event),
        ];

    public async Task<ImmutableArray<FormEntry>> PageAsync(EntryQuery query)
    {
        var ofState = query.State is null ? "" : "AND state = @State";
        var before = query.After is null ? "" : "AND (created_at, key) < (@At, @Key)";
        var from = query.From is null ? "" : "AND created_at >= @From";
        var until = query.Until is null ? "" : "AND created_at < @Until";
        var rows = await session.ListAsync<EntryRow>(
            $"SELECT {EntryRow.Columns} FROM form_entry WHERE form_key = @Form {ofState} {before} {from} {until} ORDER BY created_at DESC, key DESC LIMIT @Take",
            new { query.Form, State = query.State?.Word, query.After?.At, query.After?.Key, query.From, query.Until, query.Take });
        return await WithFilesAsync(rows);
    }

    /// <summary>The entries that follow a place, oldest first.</summary>
    public async Task<ImmutableArray<FormEntry>> NextAsync(Guid form, IEnumerable<EntryState> states, EntryPlace? after, int take)
    {
        // A list of words in one parameter: the two databases know no other way to say "one of these" that both read alike.
        var beyond = after is null ? "" : "AND (created_at, key) > (@At, @Key)";
        var rows = await session.ListAsync<EntryRow>(
            $"SELECT {EntryRow.Columns} FROM form_entry WHERE form_key = @Form AND @States LIKE '%|' || state || '|%' {beyond} ORDER BY created_at, key LIMIT @Take",
            new { Form = form, States = $"|{string.Join('|', states)}|", after?.At, after?.Key, Take = take });
        return await WithFilesAsync(rows);
    }

    public async Task<ImmutableSortedDictionary<string, long>> CountsAsync(Guid form) =>
        (await session.ListAsync<CountRow>("SELECT state AS State, COUNT(*) AS Count FROM form_entry WHERE form_key = @Form GROUP BY state", new { Form = form }))
        .ToImmutableSortedDictionary(row => row.State, row => row.Count, StringComparer.Ordinal);

    public async Task<ImmutableArray<Guid>> FilesToEraseAsync(int most) => [.. await session.ListAsync<Guid>("SELECT key FROM form_file_erasure ORDER BY key LIMIT @Most", new { Most = most })];

    public async Task<ImmutableArray<Guid>> UnnamedFilesAsync(IReadOnlyCollection<Guid> files)
    {
        if (files.Count == 0) return [];
        var named = await session.ListAsync<Guid>($"SELECT key FROM form_file WHERE key {session.Dialect.AmongKeys}", new { Keys = session.Dialect.Keys(files) });
        return [.. files.Except(named)];
    }

    private async Task<ImmutableArray<FormEntry>> WithFilesAsync(IReadOnlyList<EntryRow> rows)
    {
        if (rows.Count == 0) return [];
        var files = await session.ListAsync<FileRow>(
            $"SELECT {FileRow.Columns} FROM form_file WHERE entry_key {session.Dialect.AmongKeys} ORDER BY entry_key, place",
            new { Keys = session.Dialect.Keys(rows.Select(row => row.Key)) });
        var byEntry = files.ToLookup(file => file.EntryKey);
        return [.. rows.Select(row => row.Entry(byEntry[row.Key]))];
    }
}
