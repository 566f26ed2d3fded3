using System.Globalization;
using Repository.Core.Content;
using Repository.Testing;

namespace Repository.Storage.Tests;

/// <summary>More items than are read or written at once.</summary>
public abstract class VolumeTests(TestDatabase database) : StoreTests(database)
{
    private const int Sections = 20;
    private const int Items = 2_000;

    private static readonly string Text = string.Concat(Enumerable.Repeat("La asamblea acordó el tequio y la ración. ", 120));

    [Fact]
    public async Task thousands_of_items_are_written_in_one_turn_and_read_in_order()
    {
        var store = await OpenAsync();

        await store.DoAsync(WriteAllAsync);
        var published = await store.ItemsAsync();
        var drafts = await store.ItemsAsync(drafts: true);
        var one = await store.ItemsAsync(drafts: false, published[^1].Item.Key);

        Assert.Equal(Items, published.Count);
        Assert.Equal(published.Select(record => record.Item), drafts.Select(record => record.Item));
        Assert.Equal(published[^1].Item, Assert.Single(one).Item);
        Assert.All(published, record => Assert.InRange(record.Revisions.Single().Content.Utf8.Length, 5_000, 6_000));
        Assert.Equal(Enumerable.Range(0, Items - Sections), published.Where(record => record.Item.ParentKey is not null).Select(record => record.Item.SortOrder));
    }

    private static async Task WriteAllAsync(IContentTransaction transaction)
    {
        var order = 0;
        for (var section = 0; section < Sections; section++)
        {
            var parent = An.Item("section", order: section);
            await WriteAsync(transaction, parent, "seccion");
            for (var child = 1; child < Items / Sections; child++) await WriteAsync(transaction, An.Item("practice", parent, order), (order++).ToString(CultureInfo.InvariantCulture));
        }
    }

    private static async Task WriteAsync(IContentTransaction transaction, Item item, string segment)
    {
        var first = item.Revision(segment);
        await transaction.InsertAsync(item, first with { Content = first.Content.With("body", Text) });
        await transaction.PublishAsync(item.Publication(segment));
        await transaction.ReplaceReferencesAsync(item.Key, [.. Enumerable.Range(0, 4).Select(n => new StoredReference(item.Key, Guid.NewGuid(), $"p{n}"))]);
        await transaction.LogAsync(ChangeKind.Saved, ItemKind.Document, item.Key, "", An.Instant, "ana");
        await transaction.LogAsync(ChangeKind.Published, ItemKind.Document, item.Key, "", An.Instant, "ana");
    }
}

public sealed class SqliteVolumeTests() : VolumeTests(new SqliteTestDatabase());

public sealed class PostgresVolumeTests(PostgresCluster cluster) : VolumeTests(new PostgresTestDatabase(cluster));
