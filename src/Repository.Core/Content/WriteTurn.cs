using Repository.Core.Workflow;

namespace Repository.Core.Content;

/// <summary>One turn at writing: the open transaction, who writes, when, and the last line written to the change log.</summary>
internal sealed class WriteTurn(IContentTransaction store, Author author, DateTimeOffset at, string reason)
{
    public IContentTransaction Store => store;

    public string By => author.By;

    /// <summary>The person who writes; null for the house itself.</summary>
    public Person? Person => author.Person;

    public DateTimeOffset At => at;

    /// <summary>Why, in the writer's words; mostly empty.</summary>
    public string Reason => reason;

    /// <summary>0 until something is logged.</summary>
    public long Seq { get; private set; }

    public async Task LogAsync(ChangeKind kind, Item item, string culture = ItemContent.Invariant) =>
        Seq = await store.LogAsync(kind, item.Kind, item.Key, culture, at, By);

    /// <summary>Writes an item as its next version. A use case does this once for each item it touches.</summary>
    public async Task<Item> UpdateAsync(Item item)
    {
        var next = item with { Version = item.Version + 1 };
        await store.UpdateAsync(next);
        return next;
    }

    /// <summary>Why the writer may do none of some acts to an item, or (null) at the root of a tree; null when they may do one of them. The sentence is about the first.</summary>
    public async Task<WriteResult.Forbidden?> RefuseAsync(ItemKind kind, Item? place, params Act[] acts)
    {
        if (author.Person is not { } person) return null;
        foreach (var act in acts)
        {
            if (await Lineage.MayAsync(store, person, act, kind, place)) return null;
        }

        return new WriteResult.Forbidden(Refusals.Forbidden(acts[0]));
    }

    public async Task<Revision> DraftAsync(Item item) =>
        await store.RevisionAsync(item.Key, item.Revision)
        ?? throw new InvalidOperationException($"Item {item.Key} has no revision {item.Revision}.");

    public WriteResult.Done Done(Item item) => new(Seq, item.Key, item.Version);
}
