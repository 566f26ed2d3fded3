using System.Data.Common;
using Repository.Core.Content;

namespace Repository.Storage;

/// <summary>Reads items with what is published of them (or, for drafts, their newest revision), in the order of the tree, some at a time.</summary>
internal sealed class ItemRecords(Session session, ItemSelection selection)
{
    /// <summary>How many items are fetched with one statement.</summary>
    public const int AtOnce = 500;

    private const string Everything = "NOT trashed";
    private const string Order = "ORDER BY kind, sort_order, created_at, key";

    /// <summary>Types, cultures and names of editors are few, and each would come once for every item.</summary>
    private readonly Dictionary<string, string> _words = [];

    /// <summary>The selected items in order. What is in the bin is nobody's to read, published or not.</summary>
    public async Task<IReadOnlyList<Item>> ItemsAsync()
    {
        var items = TreeOrder.DepthFirst(await TreeAsync());
        var wanted = await WantedAsync();
        return wanted is null ? items : [.. items.Where(item => wanted.Contains(item.Key))];
    }

    public async Task<IReadOnlyList<ItemRecord>> RecordsAsync(IReadOnlyCollection<Item> items)
    {
        var keys = new { Keys = session.Dialect.Keys(items.Select(item => item.Key)) };
        var publications = (await session.ListAsync<PublicationRow>(
                $"SELECT {PublicationRow.Columns} FROM publication WHERE item_key {session.Dialect.AmongKeys} ORDER BY item_key, culture", keys))
            .ToLookup(row => row.ItemKey, row => row.Publication with { Culture = Shared(row.Culture) });
        var revisions = await RevisionsAsync(keys);
        return [.. items.Select(item => Record(item, publications[item.Key].ToArray(), revisions[item.Key].ToArray()))];
    }

    private ItemRecord Record(Item item, Publication[] published, RevisionJson[] revisions) =>
        new(item with { Type = Shared(item.Type), CreatedBy = Shared(item.CreatedBy) }, selection.Drafts ? Drafts(item, published, revisions.Single()) : published, revisions);

    /// <summary>A draft is shown as if it were published: in each culture it has a name in, under the segment it has there today.</summary>
    private static IReadOnlyList<Publication> Drafts(Item item, IReadOnlyList<Publication> published, RevisionJson newest) =>
    [
        .. from culture in newest.Cultures
           let segment = published.FirstOrDefault(publication => publication.Culture == culture)?.Segment ?? ""
           select new Publication(item.Key, culture, newest.Number, segment, newest.At),
    ];

    /// <summary>All items, or those named with their ancestors, so that the order is that of the whole tree.</summary>
    private async Task<IReadOnlyList<Item>> TreeAsync()
    {
        if (selection.Keys is not { } keys) return await session.ListAsync<Item>($"SELECT {ItemRow.Columns} FROM node WHERE {Everything} {Order}");
        return await session.ListAsync<Item>(
            $"""
            SELECT {ItemRow.Columns} FROM node
            WHERE {Everything} AND key IN (
                WITH RECURSIVE above (key) AS (
                    SELECT key FROM node WHERE key {session.Dialect.AmongKeys}
                    UNION
                    SELECT node.parent_key FROM above JOIN node ON node.key = above.key WHERE node.parent_key IS NOT NULL)
                SELECT key FROM above)
            {Order}
            """,
            new { Keys = session.Dialect.Keys(keys) });
    }

    private string Shared(string word)
    {
        if (_words.TryGetValue(word, out var known)) return known;
        return _words[word] = word;
    }

    private async Task<HashSet<Guid>?> WantedAsync()
    {
        if (selection.Drafts) return selection.Keys?.ToHashSet();
        var condition = selection.Keys is null ? "" : $"WHERE item_key {session.Dialect.AmongKeys}";
        return [.. await session.ListAsync<Guid>($"SELECT DISTINCT item_key FROM publication {condition}", new { Keys = session.Dialect.Keys(selection.Keys ?? []) })];
    }

    private async Task<ILookup<Guid, RevisionJson>> RevisionsAsync(object keys)
    {
        var named = selection.Drafts
            ? "EXISTS (SELECT 1 FROM node WHERE node.key = revision.item_key AND node.revision = revision.number)"
            : "EXISTS (SELECT 1 FROM publication WHERE publication.item_key = revision.item_key AND publication.revision = revision.number)";
        var rows = new List<(Guid Key, RevisionJson Revision)>();
        await using var reader = await session.ReaderAsync(
            $"SELECT item_key, number, at, {session.Dialect.ContentAsBytes} FROM revision WHERE item_key {session.Dialect.AmongKeys} AND {named} ORDER BY number",
            keys);
        while (await reader.ReadAsync()) rows.Add((reader.GetGuid(0), Revision(reader)));
        return rows.ToLookup(row => row.Key, row => row.Revision);
    }

    private static RevisionJson Revision(DbDataReader reader) =>
        new(reader.GetInt32(1), new DateTimeOffset(reader.GetInt64(2), TimeSpan.Zero), reader.GetFieldValue<byte[]>(3));
}
