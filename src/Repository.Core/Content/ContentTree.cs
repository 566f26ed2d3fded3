using Repository.Core.Publishing;
using Repository.Core.Workflow;

namespace Repository.Core.Content;

/// <summary>Changing where items stand: among their siblings, below another parent, in the bin, or nowhere any more.</summary>
public sealed class ContentTree(ContentWriter writer, ContentValidation validation)
{
    /// <summary>Puts an item, with everything below it, last below another parent (null: at the root). Old addresses lead to the new ones.</summary>
    public Task<WriteResult> MoveAsync(Seen seen, Guid? parent, CancellationToken cancellation) =>
        writer.ChangeAsync(seen, Act.Arrange, (turn, item) => MoveAsync(turn, item, parent), cancellation);

    /// <summary>Gives all children of a parent (null: the roots of a kind) a new order. Naming them all is what shows that the writer has seen them.</summary>
    public Task<WriteResult> SortAsync(NewOrder order, CancellationToken cancellation) =>
        writer.WriteAsync(order.By, turn => SortAsync(turn, order), cancellation);

    /// <summary>Puts an item into the bin with everything below it. The public no longer sees any of it, and nothing planned for it will happen.</summary>
    public Task<WriteResult> TrashAsync(Seen seen, CancellationToken cancellation) =>
        writer.ChangeAsync(seen, Act.Discard, TrashAsync, cancellation);

    /// <summary>Takes an item out of the bin, to a parent or (null) to where it came from. Documents come back as drafts.</summary>
    public Task<WriteResult> RestoreAsync(Seen seen, Guid? parent, CancellationToken cancellation) =>
        writer.ChangeAsync(seen, Act.Discard, (turn, item) => RestoreAsync(turn, item, parent), cancellation);

    /// <summary>Who points to an item or to what is below it, in a draft or in public: to be shown before it goes. What stands in the bin does not count.</summary>
    public Task<IReadOnlyList<Item>> UsersAsync(Guid key, CancellationToken cancellation) => writer.Store.ReadAsync(store => Usage.OfAsync(store, key), cancellation);

    /// <summary>Removes an item in the bin for good, with everything below it. A file that something still shows stays, and its users are named.</summary>
    public Task<WriteResult> DeleteAsync(Seen seen, CancellationToken cancellation) =>
        writer.ChangeAsync(seen, Act.Delete, DeleteAsync, cancellation);

    /// <summary>Removes everything in the bin. There is no single item to have seen; what was put there meanwhile goes as well.</summary>
    public Task<WriteResult> EmptyBinAsync(ItemKind kind, Author by, CancellationToken cancellation) =>
        writer.WriteAsync(by, turn => EmptyBinAsync(turn, kind), cancellation);

    private async Task<WriteResult> MoveAsync(WriteTurn turn, Item item, Guid? parent)
    {
        if (item.Trashed) return new WriteResult.Invalid("", Refusals.InBin);
        if (item.ParentKey == parent) return turn.Done(item);
        if (await RefuseTargetAsync(turn, item, parent) is { } forbidden) return forbidden;
        if (await RefusePlaceAsync(turn, item, parent) is { } refusal) return new WriteResult.Invalid("", refusal);

        var moved = await turn.UpdateAsync(item with { ParentKey = parent, SortOrder = await LastPlaceAsync(turn, item.Kind, parent) });
        var publications = await turn.Store.PublicationsAsync(item.Key);
        await PublicationSteps.RehomeAsync(turn, validation.Schema, item, moved, publications);
        await turn.LogAsync(ChangeKind.Moved, moved);
        return turn.Done(moved);
    }

    private static async Task<WriteResult> SortAsync(WriteTurn turn, NewOrder order)
    {
        var above = order.Parent is { } parent ? await turn.Store.FindAsync(parent) : null;
        if (await turn.RefuseAsync(order.Kind, above, Act.Arrange) is { } forbidden) return forbidden;
        if (order.Parent is { } missing && above is null) return new WriteResult.Missing(missing);
        var siblings = await turn.Store.ChildrenAsync(order.Kind, order.Parent);
        if (Placement.Reordered(siblings, order.Keys) is not { } moved) return new WriteResult.Invalid("", Refusals.OrderMismatch);
        foreach (var item in moved) await turn.LogAsync(ChangeKind.Moved, await turn.UpdateAsync(item));
        return new WriteResult.Done(turn.Seq, order.Parent ?? Guid.Empty, 0);
    }

    private static async Task<WriteResult> TrashAsync(WriteTurn turn, Item item)
    {
        if (item.Trashed) return turn.Done(item);
        var below = await turn.Store.DescendantsAsync(item.Key);
        if (await RefuseWithdrawalAsync(turn, item, below) is { } forbidden) return forbidden;
        foreach (var lost in below.Reverse()) await BinSteps.TrashAsync(turn, lost);
        return turn.Done(await BinSteps.TrashAsync(turn, item with { ParentKey = null, TrashedFrom = item.ParentKey }));
    }

    private async Task<WriteResult> RestoreAsync(WriteTurn turn, Item item, Guid? wanted)
    {
        if (!item.Trashed) return turn.Done(item);
        if (wanted is not null && wanted != item.TrashedFrom && await RefuseElsewhereAsync(turn, item, wanted) is { } forbidden) return forbidden;
        var parent = wanted ?? item.TrashedFrom;

        // An item that went into the bin with its parent has no place of its own to go back to.
        if (wanted is null && item.ParentKey is not null) return new WriteResult.Invalid("", Refusals.ParentInBin);
        if (await RefusePlaceAsync(turn, item, parent) is { } refusal)
        {
            return new WriteResult.Invalid("", wanted is null && refusal == Refusals.ParentMissing ? Refusals.OriginGone : refusal);
        }

        var place = await LastPlaceAsync(turn, item.Kind, parent);
        var restored = await RestoreOneAsync(turn, item with { ParentKey = parent, TrashedFrom = null, SortOrder = place });
        foreach (var below in await turn.Store.DescendantsAsync(item.Key)) await RestoreOneAsync(turn, below);
        return turn.Done(restored);
    }

    private static async Task<Item> RestoreOneAsync(WriteTurn turn, Item item)
    {
        var restored = await BinSteps.RestoreAsync(turn, item);
        if (restored.Kind == ItemKind.Media) await PublicationSteps.PublishMediaAsync(turn, restored, await turn.DraftAsync(restored));
        return restored;
    }

    private static async Task<WriteResult> DeleteAsync(WriteTurn turn, Item item)
    {
        if (!item.Trashed) return new WriteResult.Invalid("", Refusals.NotInBin);
        if (await Usage.RefusalAsync(turn.Store, item) is { } used) return new WriteResult.Invalid("", used);
        foreach (var below in (await turn.Store.DescendantsAsync(item.Key)).Reverse()) await BinSteps.DeleteAsync(turn, below);
        await BinSteps.DeleteAsync(turn, item);
        return turn.Done(item);
    }

    private static async Task<WriteResult> EmptyBinAsync(WriteTurn turn, ItemKind kind)
    {
        if (await turn.RefuseAsync(kind, null, Act.Delete) is { } forbidden) return forbidden;
        var gone = new HashSet<Guid>();
        foreach (var top in await turn.Store.BinAsync(kind))
        {
            if (await Usage.RefusalAsync(turn.Store, top) is { } used) return new WriteResult.Invalid("", used);
            var below = await turn.Store.DescendantsAsync(top.Key);
            foreach (var item in below.Reverse().Append(top).Where(item => gone.Add(item.Key))) await BinSteps.DeleteAsync(turn, item);
        }

        return new WriteResult.Done(turn.Seq, Guid.Empty, 0);
    }

    /// <summary>What is put elsewhere leaves one place and comes to another: the writer must be allowed to arrange both.</summary>
    private static async Task<WriteResult?> RefuseElsewhereAsync(WriteTurn turn, Item item, Guid? parent) =>
        await turn.RefuseAsync(item.Kind, item, Act.Arrange) ?? await RefuseTargetAsync(turn, item, parent);

    private static async Task<WriteResult.Forbidden?> RefuseTargetAsync(WriteTurn turn, Item item, Guid? parent) =>
        await turn.RefuseAsync(item.Kind, parent is { } key ? await turn.Store.FindAsync(key) : null, Act.Arrange);

    /// <summary>The bin takes documents away from the public, and that is for those to decide who publish. Media have no such decision.</summary>
    private static async Task<WriteResult?> RefuseWithdrawalAsync(WriteTurn turn, Item item, IReadOnlyList<Item> below)
    {
        if (item.Kind == ItemKind.Media || await turn.RefuseAsync(item.Kind, item, Act.Publish) is not { } forbidden) return null;
        foreach (var lost in below.Prepend(item))
        {
            if ((await turn.Store.PublicationsAsync(lost.Key)).Count > 0) return forbidden;
        }

        return null;
    }

    private async Task<string?> RefusePlaceAsync(WriteTurn turn, Item item, Guid? parentKey)
    {
        if (parentKey is not { } key) return Placement.Refusal(validation.Schema, validation.TypeOf(item), null);
        if (await turn.Store.FindAsync(key) is not { } parent) return Refusals.ParentMissing;
        var ancestors = await turn.Store.AncestorsAsync(key);
        if (Placement.WouldCycle(item.Key, key, ancestors.Select(ancestor => ancestor.Key))) return Refusals.CyclicPlace;
        if (Placement.Refusal(validation.Schema, validation.TypeOf(item), parent) is { } refusal) return refusal;
        return ancestors.Count + 1 + Placement.Height(item, await turn.Store.DescendantsAsync(item.Key)) > ItemDepth.Limit ? Refusals.TooDeep : null;
    }

    private static async Task<int> LastPlaceAsync(WriteTurn turn, ItemKind kind, Guid? parent) =>
        Placement.LastPlace(await turn.Store.ChildrenAsync(kind, parent));
}
