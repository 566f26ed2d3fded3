namespace Repository.Core.Content;

/// <summary>The steps by which one item goes into the bin, comes out of it, or goes for good.</summary>
internal static class BinSteps
{
    public static async Task<Item> TrashAsync(WriteTurn turn, Item item)
    {
        foreach (var publication in await turn.Store.PublicationsAsync(item.Key).ConfigureAwait(false))
        {
            await turn.Store.UnpublishAsync(item.Key, publication.Culture).ConfigureAwait(false);
        }

        foreach (var schedule in await turn.Store.SchedulesAsync(item.Key).ConfigureAwait(false))
        {
            await turn.Store.UnscheduleAsync(item.Key, schedule.Culture, schedule.Action).ConfigureAwait(false);
        }

        var trashed = await turn.UpdateAsync(item with { Trashed = true }).ConfigureAwait(false);
        await turn.LogAsync(ChangeKind.Trashed, trashed).ConfigureAwait(false);
        return trashed;
    }

    public static async Task<Item> RestoreAsync(WriteTurn turn, Item item)
    {
        var restored = await turn.UpdateAsync(item with { Trashed = false }).ConfigureAwait(false);
        await turn.LogAsync(ChangeKind.Restored, restored).ConfigureAwait(false);
        return restored;
    }

    public static async Task DeleteAsync(WriteTurn turn, Item item)
    {
        await turn.Store.DeleteAsync(item.Key).ConfigureAwait(false);
        await turn.LogAsync(ChangeKind.Deleted, item).ConfigureAwait(false);
    }
}
