using Repository.Core.Content;
using Repository.Testing;

namespace Repository.Storage.Tests;

public abstract class ReadItemsTests(TestDatabase database) : StoreTests(database)
{
    private readonly Item _home = An.Item("home");
    private readonly Item _photo = An.Item("foto", kind: ItemKind.Media);

    [Fact]
    public async Task published_items_come_parents_first_siblings_in_order_documents_before_media()
    {
        var store = await OpenAsync();
        var (a, b) = (An.Item("a", _home, order: 0), An.Item("b", _home, order: 1));
        var a1 = An.Item("a1", a, order: 9);
        var draft = An.Item("borrador", _home, order: 0);
        await store.InsertAsync(_photo, _home, b, draft, a, a1);
        await PublishAsync(store, _photo, b, a1, a, _home);

        var records = await store.ItemsAsync();

        Assert.Equal([_home, a, a1, b, _photo], records.Select(record => record.Item));
    }

    [Fact]
    public async Task a_published_item_below_an_unpublished_one_keeps_its_place()
    {
        var store = await OpenAsync();
        var (a, b) = (An.Item("a", _home, order: 0), An.Item("b", _home, order: 1));
        var (a1, b1) = (An.Item("a1", a, order: 9), An.Item("b1", b, order: 0));
        await store.InsertAsync(_home, a, b, a1, b1);
        await PublishAsync(store, b1, a1);

        var records = await store.ItemsAsync();

        Assert.Equal([a1, b1], records.Select(record => record.Item));
    }

    [Fact]
    public async Task only_the_revisions_that_publications_name_come_along_byte_for_byte()
    {
        var store = await OpenAsync();
        await store.InsertAsync(_home);
        var (second, third) = (_home.Revision("dos", number: 2), _home.Revision("tres", number: 3));
        await store.DoAsync(async transaction =>
        {
            await transaction.AddRevisionAsync(second);
            await transaction.AddRevisionAsync(third);
            await transaction.UpdateAsync(_home with { Revision = 3, Version = 3 });
            await transaction.PublishAsync(_home.Publication("inicio", "es-MX", revision: 2));
            await transaction.PublishAsync(_home.Publication("home", "en", revision: 1));
        });

        var record = Assert.Single(await store.ItemsAsync());

        Assert.Equal(["en", "es-MX"], record.Publications.Select(publication => publication.Culture));
        Assert.Equal([1, 2], record.Revisions.Select(revision => revision.Number));
        Assert.Equal(second.At, record.Revisions[1].At);
        Assert.Equal(ItemContentJson.Write(second.Content), record.Revisions[1].Content.Utf8.ToArray());
    }

    [Fact]
    public async Task drafts_show_the_newest_revision_in_each_culture_it_has_a_name_in()
    {
        var store = await OpenAsync();
        var newest = _home.Revision("Inicio", number: 2, culture: "es-MX");
        newest = newest with { Content = newest.Content.WithName("Home", "en") };
        await store.InsertAsync(_home, _photo);
        await store.DoAsync(async transaction =>
        {
            await transaction.AddRevisionAsync(newest);
            await transaction.UpdateAsync(_home with { Revision = 2, Version = 2 });
            await transaction.PublishAsync(_home.Publication("inicio", "es-MX", revision: 1));
        });

        var records = await store.ItemsAsync(drafts: true);

        Assert.Equal([_home.Key, _photo.Key], records.Select(record => record.Item.Key));
        Assert.Equal([new(_home.Key, "en", 2, "", newest.At), new(_home.Key, "es-MX", 2, "inicio", newest.At)], records[0].Publications);
        Assert.Equal(2, Assert.Single(records[0].Revisions).Number);
        Assert.Equal([new(_photo.Key, "", 1, "", An.Instant.AddMinutes(1))], records[1].Publications);
    }

    [Fact]
    public async Task what_is_in_the_bin_is_read_by_nobody()
    {
        var store = await OpenAsync();
        await store.InsertAsync(_home);
        await PublishAsync(store, _home);

        await store.DoAsync(transaction => transaction.UpdateAsync(_home with { Trashed = true, Version = 2 }), ChangeKind.Trashed);

        Assert.Empty(await store.ItemsAsync());
        Assert.Empty(await store.ItemsAsync(drafts: true));
        Assert.Empty(await store.ItemsAsync(drafts: false, _home.Key));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task named_items_come_alone_and_in_the_order_of_the_whole_tree(bool drafts)
    {
        var store = await OpenAsync();
        var (a, b) = (An.Item("a", _home, order: 0), An.Item("b", _home, order: 1));
        var (a1, b1) = (An.Item("a1", a, order: 9), An.Item("b1", b, order: 0));
        await store.InsertAsync(_home, a, b, a1, b1, _photo);
        await PublishAsync(store, _home, a, b, a1, b1, _photo);

        var records = await store.ItemsAsync(drafts, _photo.Key, b1.Key, a1.Key, Guid.NewGuid());

        Assert.Equal([a1.Key, b1.Key, _photo.Key], records.Select(record => record.Item.Key));
    }

    [Fact]
    public async Task an_empty_choice_of_keys_reads_nothing()
    {
        var store = await OpenAsync();
        await store.InsertAsync(_home);
        await PublishAsync(store, _home);

        var records = await store.ReadItemsAsync(new ItemSelection(Drafts: true, Keys: []), Cancellation).ToListAsync(Cancellation);

        Assert.Empty(records);
    }

    [Fact]
    public async Task what_is_written_while_reading_belongs_to_the_next_reading()
    {
        var store = await OpenAsync();
        await store.InsertAsync(_home, _photo);
        await PublishAsync(store, _home, _photo);

        await using var reading = store.ReadItemsAsync(new ItemSelection(Drafts: false), Cancellation).GetAsyncEnumerator(Cancellation);
        Assert.True(await reading.MoveNextAsync());
        await store.DoAsync(transaction => transaction.DeleteAsync(_photo.Key), ChangeKind.Deleted);
        var stillThere = await reading.MoveNextAsync();

        Assert.True(stillThere);
        Assert.Equal(_photo, reading.Current.Item);
        Assert.Single(await store.ItemsAsync());
    }

    private static Task<long> PublishAsync(IContentStore store, params Item[] items) => store.DoAsync(
        async transaction =>
        {
            foreach (var item in items) await transaction.PublishAsync(item.Publication(item.Type));
        },
        ChangeKind.Published);
}

public sealed class SqliteReadItemsTests() : ReadItemsTests(new SqliteTestDatabase());

public sealed class PostgresReadItemsTests(PostgresCluster cluster) : ReadItemsTests(new PostgresTestDatabase(cluster));
