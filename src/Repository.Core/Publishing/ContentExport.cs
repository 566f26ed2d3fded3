using Repository.Core.Content;

namespace Repository.Core.Publishing;

/// <summary>An item as an export tells it: its place, its draft, in which cultures it is public, and what is planned for it.</summary>
public sealed record StoredItem(Item Item, ItemContent Content, IReadOnlyCollection<string> Published, IReadOnlyCollection<Schedule> Schedules);

/// <summary>Reads everything there is, drafts and the bin included, as of one moment.</summary>
public sealed class ContentExport(IContentStore store)
{
    /// <summary>Media before documents, parents before children, siblings in order; the bin last.</summary>
    public Task<IReadOnlyList<StoredItem>> ReadAsync(CancellationToken cancellation) => store.ReadAsync(ReadAsync, cancellation);

    private static async Task<IReadOnlyList<StoredItem>> ReadAsync(IContentReader reader)
    {
        var items = new List<StoredItem>();
        foreach (var kind in (ItemKind[])[ItemKind.Media, ItemKind.Document])
        {
            var tops = await reader.ChildrenAsync(kind, null);
            foreach (var top in tops.Concat(await reader.BinAsync(kind)))
            {
                items.Add(await ReadAsync(reader, top));
                foreach (var below in await reader.DescendantsAsync(top.Key)) items.Add(await ReadAsync(reader, below));
            }
        }

        return items;
    }

    private static async Task<StoredItem> ReadAsync(IContentReader reader, Item item)
    {
        var draft = await reader.RevisionAsync(item.Key, item.Revision) ?? throw new InvalidOperationException($"Item {item.Key} has no revision {item.Revision}.");
        var published = (await reader.PublicationsAsync(item.Key)).Select(publication => publication.Culture);
        return new StoredItem(item, draft.Content, [.. published], await reader.SchedulesAsync(item.Key));
    }
}
