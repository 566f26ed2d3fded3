using System.Collections.Immutable;
using Repository.Core.Forms.Entries;

namespace Repository.Storage.Forms;

/// <summary>Which draft was made of which proposal. Thread-safe.</summary>
internal sealed class ProposedItemStore(ISqlDialect dialect) : IProposedItems
{
    private const string Columns = "entry_key AS Entry, form_key AS Form, folio AS Folio, item_key AS Item, at AS At";

    public Task AddAsync(ProposedItem proposed, CancellationToken cancellation) => dialect.WriteAsync(
        session => session.ExecuteAsync(
            "INSERT INTO form_proposed_item (entry_key, form_key, folio, item_key, at) VALUES (@Entry, @Form, @Folio, @Item, @At) ON CONFLICT DO NOTHING",
            new { proposed.Entry, proposed.Form, proposed.Folio, proposed.Item, proposed.At }),
        cancellation);

    public async Task<ProposedItem?> OfEntryAsync(Guid entry, CancellationToken cancellation) =>
        (await ListAsync($"SELECT {Columns} FROM form_proposed_item WHERE entry_key = @Entry", new { Entry = entry }, cancellation)).FirstOrDefault();

    public Task<ImmutableArray<ProposedItem>> AllAsync(CancellationToken cancellation) =>
        ListAsync($"SELECT {Columns} FROM form_proposed_item ORDER BY at DESC, entry_key", new { }, cancellation);

    private Task<ImmutableArray<ProposedItem>> ListAsync(string sql, object parameters, CancellationToken cancellation) => dialect.ReadAsync<ImmutableArray<ProposedItem>>(
        async session => [.. (await session.ListAsync<ProposedRow>(sql, parameters)).Select(row => new ProposedItem(row.Entry, row.Form, row.Folio, row.Item, row.At))], cancellation);

    private sealed class ProposedRow
    {
        public Guid Entry { get; init; }
        public Guid Form { get; init; }
        public string Folio { get; init; } = "";
        public Guid Item { get; init; }
        public DateTimeOffset At { get; init; }
    }
}
