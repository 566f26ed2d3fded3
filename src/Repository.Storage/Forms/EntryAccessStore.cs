using System.Collections.Immutable;
using Repository.Core.Forms.Entries;

namespace Repository.Storage.Forms;

/// <summary>The trail of accesses, only ever added to. Thread-safe.</summary>
internal sealed class EntryAccessStore(ISqlDialect dialect) : IEntryAccess
{
    public Task TellAsync(EntryAccess access, CancellationToken cancellation) => dialect.WriteAsync(
        session => session.ExecuteAsync(
            "INSERT INTO form_access (key, at, by, act, form_key, entry_key, what) VALUES (@Key, @At, @By, @Act, @Form, @Entry, @What)",
            new { access.Key, access.At, access.By, Act = access.Act.ToString(), access.Form, access.Entry, access.What }),
        cancellation);

    public Task<ImmutableArray<EntryAccess>> PageAsync(AccessQuery query, CancellationToken cancellation) => dialect.ReadAsync<ImmutableArray<EntryAccess>>(
        async session =>
        {
            var ofForm = query.Form is null ? "" : "AND form_key = @Form";
            var before = query.Before is null ? "" : "AND at < @Before";
            var rows = await session.ListAsync<AccessRow>(
                $"SELECT key AS Key, at AS At, by AS By, act AS Act, form_key AS Form, entry_key AS Entry, what AS What FROM form_access WHERE 1 = 1 {ofForm} {before} ORDER BY at DESC, key DESC LIMIT @Take",
                new { query.Form, query.Before, query.Take });
            return [.. rows.Select(row => row.Access)];
        },
        cancellation);

    private sealed class AccessRow
    {
        public Guid Key { get; init; }
        public DateTimeOffset At { get; init; }
        public string By { get; init; } = "";
        public string Act { get; init; } = "";
        public Guid Form { get; init; }
        public Guid? Entry { get; init; }
        public string What { get; init; } = "";

        public EntryAccess Access => new(Key, At, By, Enum.Parse<AccessAct>(Act), Form, Entry, What);
    }
}
