using Repository.Core.Workflow;

namespace Repository.Core.Content;

/// <summary>Where an item stands, as permissions ask for it: its own key and those of everything above it. Media belong to no section.</summary>
public static class Lineage
{
    /// <summary>The lineage of an item, or of what would stand at the root (null). What is in the bin belongs where it came from, as long as that is there.</summary>
    public static async Task<IReadOnlyList<Guid>> OfAsync(IContentReader store, Item? item)
    {
        var lineage = new List<Guid>();
        while (item is { Kind: ItemKind.Document } && !lineage.Contains(item.Key))
        {
            var above = await store.AncestorsAsync(item.Key);
            lineage.AddRange([item.Key, .. above.Select(ancestor => ancestor.Key)]);
            var top = above.Count > 0 ? above[0] : item;
            item = top is { Trashed: true, TrashedFrom: { } from } ? await store.FindAsync(from) : null;
        }

        return lineage;
    }

    /// <summary>May a person do something to an item of a kind, or (null) at the root of its tree? Whoever writes somewhere may bring files and describe them; all else about files is decided for the whole.</summary>
    public static async Task<bool> MayAsync(IContentReader store, Person person, Act act, ItemKind kind, Item? item) => kind == ItemKind.Media
        ? act is Act.Read or Act.Write ? Permissions.MaySomewhere(person, act) : Permissions.May(person, act, [])
        : Permissions.May(person, act, await OfAsync(store, item));
}
