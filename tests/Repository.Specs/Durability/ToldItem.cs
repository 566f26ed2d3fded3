using Repository.Core.Content;

namespace Repository.Specs.Durability;

/// <summary>What an item must look like by the change log alone: a line stands in the log if and only if its transaction did what it tells.</summary>
/// <param name="Version">One for each transaction that touched the item.</param>
/// <param name="Revision">One for each transaction that saved it.</param>
/// <param name="Published">The revision the public sees; null when it sees none.</param>
/// <param name="EverTrashed">The bin leaves an item's old pointers standing until it is written again.</param>
internal sealed record ToldItem(long Version, int Revision, bool Trashed, bool EverTrashed, bool Deleted, int? Published)
{
    private static readonly ToldItem Unheard = new(0, 0, false, false, false, null);

    public static Dictionary<Guid, ToldItem> ReadLog(IEnumerable<Change> log)
    {
        var items = new Dictionary<Guid, ToldItem>();
        foreach (var ofOneTransaction in log.GroupBy(line => (line.Key, line.By)))
        {
            var item = items.GetValueOrDefault(ofOneTransaction.Key.Key, Unheard);
            item = item with { Version = item.Version + 1 };
            if (ofOneTransaction.Any(line => line.Kind == ChangeKind.Saved)) item = item with { Revision = item.Revision + 1 };
            items[ofOneTransaction.Key.Key] = ofOneTransaction.Aggregate(item, After);
        }

        return items;
    }

    private static ToldItem After(ToldItem item, Change line) => line.Kind switch
    {
        ChangeKind.Published => item with { Published = item.Revision },
        ChangeKind.Unpublished => item with { Published = null },
        ChangeKind.Trashed => item with { Trashed = true, EverTrashed = true, Published = null },
        ChangeKind.Restored => item with { Trashed = false },
        ChangeKind.Deleted => item with { Deleted = true },
        _ => item,
    };
}
