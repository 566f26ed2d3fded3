using Repository.Core.Publishing;

namespace Repository.Core.Content;

/// <summary>The steps by which one item goes into the bin, comes out of it, or goes for good.</summary>
internal static class BinSteps
{
    public static async Task<Item> TrashAsync(WriteTurn turn, Item item)
    {
        foreach (var publication in await turn.Store.PublicationsAsync(item.Key))
        {
            await PublicationSteps.WithdrawAsync(turn, item, publication);
        }

        foreach (var schedule in await turn.Store.SchedulesAsync(item.Key))
        {
            await turn.Store.UnscheduleAsync(item.Key, schedule.Culture, schedule.Action);
        }

        var trashed = await turn.UpdateAsync(item with { Trashed = true });
        await turn.LogAsync(ChangeKind.Trashed, trashed);
        return trashed;
    }

    public static async Task<Item> RestoreAsync(WriteTurn turn, Item item)
    {
        var restored = await turn.UpdateAsync(item with { Trashed = false });
        await turn.LogAsync(ChangeKind.Restored, restored);
        return restored;
    }

    public static async Task DeleteAsync(WriteTurn turn, Item item)
    {
        await turn.Store.DeleteAsync(item.Key);
        await turn.LogAsync(ChangeKind.Deleted, item);
    }
}
