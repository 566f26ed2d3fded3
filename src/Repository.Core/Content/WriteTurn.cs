namespace Repository.Core.Content;

/// <summary>One turn at writing: the open transaction, who writes, when, and the last line written to the change log.</summary>
internal sealed class WriteTurn(IContentTransaction store, string by, DateTimeOffset at)
{
    public IContentTransaction Store => store;

    public string By => by;

    public DateTimeOffset At => at;

    /// <summary>0 until something is logged.</summary>
    public long Seq { get; private set; }

    public async Task LogAsync(ChangeKind kind, Item item, string culture = ItemContent.Invariant) =>
        Seq = await store.LogAsync(kind, item.Kind, item.Key, culture, at, by).ConfigureAwait(false);

    /// <summary>Writes an item as its next version. A use case does this once for each item it touches.</summary>
    public async Task<Item> UpdateAsync(Item item)
    {
        var next = item with { Version = item.Version + 1 };
        await store.UpdateAsync(next).ConfigureAwait(false);
        return next;
    }

    public async Task<Revision> DraftAsync(Item item) =>
        await store.RevisionAsync(item.Key, item.Revision).ConfigureAwait(false)
        ?? throw new InvalidOperationException($"Item {item.Key} has no revision {item.Revision}.");

    public WriteResult.Done Done(Item item) => new(Seq, item.Key, item.Version);
}
