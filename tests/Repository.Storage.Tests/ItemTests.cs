using Repository.Core.Content;
using Repository.Testing;

namespace Repository.Storage.Tests;

public abstract class ItemTests(TestDatabase database) : StoreTests(database)
{
    [Fact]
    public async Task an_item_comes_back_as_it_was_inserted()
    {
        var store = await OpenAsync();
        var parent = An.Item("practicas");
        var item = An.Item("tequio", below: parent, order: 3) with { Restricted = true, Version = 7 };

        await store.InsertAsync(parent, item);

        Assert.Equal(item, await store.AskAsync(reader => reader.FindAsync(item.Key)));
        Assert.Null(await store.AskAsync(reader => reader.FindAsync(Guid.NewGuid())));
    }

    [Fact]
    public async Task revisions_come_back_newest_first_and_are_never_overwritten()
    {
        var store = await OpenAsync();
        var item = An.Item("tequio");
        await store.InsertAsync(item);

        await store.DoAsync(async transaction =>
        {
            await transaction.AddRevisionAsync(item.Revision("Tequio comunal", number: 2));
            await transaction.UpdateAsync(item with { Revision = 2, Version = 2 });
        });

        var revisions = await store.AskAsync(reader => reader.RevisionsAsync(item.Key));
        Assert.Equal([item.Revision("Tequio comunal", number: 2), item.Revision("tequio")], revisions);
        Assert.Equal(revisions[1], await store.AskAsync(reader => reader.RevisionAsync(item.Key, 1)));
        Assert.Null(await store.AskAsync(reader => reader.RevisionAsync(item.Key, 3)));
    }

    [Fact]
    public async Task an_update_changes_place_and_state_but_nothing_of_the_origin()
    {
        var store = await OpenAsync();
        var (home, item) = (An.Item("home"), An.Item("tequio"));
        await store.InsertAsync(home, item);

        var moved = item with { ParentKey = home.Key, SortOrder = 5, Restricted = true, Version = 2 };
        await store.DoAsync(transaction => transaction.UpdateAsync(moved with { CreatedBy = "otra", Type = "otro" }));

        Assert.Equal(moved, await store.AskAsync(reader => reader.FindAsync(item.Key)));
    }

    [Fact]
    public async Task updating_what_is_not_there_is_a_broken_promise()
    {
        var store = await OpenAsync();

        var update = store.DoAsync(transaction => transaction.UpdateAsync(An.Item("nadie")));

        await Assert.ThrowsAsync<InvalidOperationException>(() => update);
    }

    [Fact]
    public async Task children_stand_in_order_and_only_those_of_their_kind()
    {
        var store = await OpenAsync();
        var home = An.Item("home");
        var second = An.Item("b", home, order: 1);
        var first = An.Item("a", home, order: 0);
        var elder = An.Item("mayor", home, order: 1) with { CreatedAt = An.Instant.AddDays(-1) };
        var grandchild = An.Item("nieta", first);
        var media = An.Item("foto", kind: ItemKind.Media);

        await store.InsertAsync(home, second, first, elder, grandchild, media);

        Assert.Equal([first, elder, second], await store.AskAsync(reader => reader.ChildrenAsync(ItemKind.Document, home.Key)));
        Assert.Equal([home], await store.AskAsync(reader => reader.ChildrenAsync(ItemKind.Document, null)));
        Assert.Equal([media], await store.AskAsync(reader => reader.ChildrenAsync(ItemKind.Media, null)));
        Assert.Empty(await store.AskAsync(reader => reader.ChildrenAsync(ItemKind.Media, home.Key)));
    }

    [Fact]
    public async Task siblings_that_agree_in_everything_are_ordered_by_key()
    {
        var store = await OpenAsync();
        var twins = Enumerable.Range(0, 20).Select(_ => An.Item("gemela") with { Key = Guid.NewGuid() }).ToArray();

        await store.InsertAsync(twins);

        Assert.Equal(twins.OrderBy(twin => twin.Key), await store.AskAsync(reader => reader.ChildrenAsync(ItemKind.Document, null)));
    }

    [Fact]
    public async Task ancestors_lead_from_the_root_and_descendants_go_depth_first()
    {
        var store = await OpenAsync();
        var home = An.Item("home");
        var (a, b) = (An.Item("a", home, order: 0), An.Item("b", home, order: 1));
        var (a1, b1, a1x) = (An.Item("a1", a), An.Item("b1", b), An.Item("x"));
        a1x = a1x with { ParentKey = a1.Key };

        await store.InsertAsync(home, b, a, b1, a1, a1x, An.Item("otra"));

        Assert.Equal([home, a, a1], await store.AskAsync(reader => reader.AncestorsAsync(a1x.Key)));
        Assert.Empty(await store.AskAsync(reader => reader.AncestorsAsync(home.Key)));
        Assert.Equal([a, a1, a1x, b, b1], await store.AskAsync(reader => reader.DescendantsAsync(home.Key)));
        Assert.Empty(await store.AskAsync(reader => reader.DescendantsAsync(b1.Key)));
    }

    [Fact]
    public async Task what_is_in_the_bin_is_only_found_there_and_by_its_key()
    {
        var store = await OpenAsync();
        var (home, item) = (An.Item("home"), An.Item("tequio"));
        item = item with { ParentKey = home.Key };
        var child = An.Item("replica", item);
        await store.InsertAsync(home, item, child);

        var binned = item with { ParentKey = null, TrashedFrom = home.Key, Trashed = true };
        await store.DoAsync(async transaction =>
        {
            await transaction.UpdateAsync(binned);
            await transaction.UpdateAsync(child with { Trashed = true });
        });

        Assert.Equal([binned], await store.AskAsync(reader => reader.BinAsync(ItemKind.Document)));
        Assert.Empty(await store.AskAsync(reader => reader.BinAsync(ItemKind.Media)));
        Assert.Empty(await store.AskAsync(reader => reader.ChildrenAsync(ItemKind.Document, home.Key)));
        Assert.Empty(await store.AskAsync(reader => reader.ChildrenAsync(ItemKind.Document, item.Key)));
        Assert.Equal([home], await store.AskAsync(reader => reader.ChildrenAsync(ItemKind.Document, null)));
        Assert.Equal([child with { Trashed = true }], await store.AskAsync(reader => reader.DescendantsAsync(item.Key)));
        Assert.Equal(binned, await store.AskAsync(reader => reader.FindAsync(item.Key)));
    }

    [Fact]
    public async Task deleting_leaves_the_addresses_of_what_was_public_and_none_of_what_was_not()
    {
        var store = await OpenAsync();
        var (section, open, closed) = (An.Item("section"), An.Item("tequio"), An.Item("faena") with { Restricted = true });
        await store.InsertAsync(section, open, closed);
        await store.DoAsync(async transaction =>
        {
            foreach (var item in new[] { open, closed }) await transaction.RememberSegmentAsync(new FormerSegment(section.Key, "", item.Type, item.Key, An.Instant));
        });
        var before = await store.AskAsync(reader => reader.FormerSegmentsAsync());

        foreach (var item in new[] { open, closed, section }) await store.DoAsync(transaction => transaction.DeleteAsync(item.Key), ChangeKind.Deleted);

        Assert.Equal([(open.Key, false), (closed.Key, true)], before.OrderBy(former => former.IsWithheld).Select(former => (former.ItemKey, former.IsWithheld)));
        var left = Assert.Single(await store.AskAsync(reader => reader.FormerSegmentsAsync([open.Key, closed.Key])));
        Assert.Equal(new FormerSegment(section.Key, "", open.Type, open.Key, An.Instant), left);
    }

    [Fact]
    public async Task deleting_takes_everything_of_the_item_and_nothing_of_others()
    {
        var store = await OpenAsync();
        var (item, other) = (An.Item("tequio"), An.Item("faena"));
        await store.InsertAsync(item, other);
        await store.DoAsync(async transaction =>
        {
            foreach (var (mine, target) in new[] { (item, other), (other, item) })
            {
                await transaction.PublishAsync(mine.Publication(mine.Type));
                await transaction.ScheduleAsync(new Schedule(mine.Key, "", ScheduledAction.Expire, An.Instant));
                await transaction.RememberSegmentAsync(new FormerSegment(null, "", $"antes-{mine.Type}", mine.Key, An.Instant));
                await transaction.ReplaceReferencesAsync(mine.Key, [new StoredReference(mine.Key, target.Key, "related")]);
            }
        });

        await store.DoAsync(transaction => transaction.DeleteAsync(item.Key), ChangeKind.Deleted);

        Assert.Null(await store.AskAsync(reader => reader.FindAsync(item.Key)));
        Assert.Empty(await store.AskAsync(reader => reader.RevisionsAsync(item.Key)));
        Assert.Empty(await store.AskAsync(reader => reader.PublicationsAsync(item.Key)));
        Assert.Empty(await store.AskAsync(reader => reader.SchedulesAsync(item.Key)));
        Assert.Empty(await store.AskAsync(reader => reader.ReferencesToAsync(other.Key)));
        Assert.Single(await store.AskAsync(reader => reader.ReferencesToAsync(item.Key)));
        Assert.Single(await store.AskAsync(reader => reader.PublicationsAsync(other.Key)));
        Assert.Single(await store.AskAsync(reader => reader.SchedulesAsync(other.Key)));
    }

    [Fact]
    public async Task notes_are_remembered_and_replaced()
    {
        var store = await OpenAsync();

        await store.DoAsync(transaction => transaction.SetNoteAsync("seed", "a1"));
        await store.DoAsync(transaction => transaction.SetNoteAsync("seed", "b2"));

        Assert.Equal("b2", await store.AskAsync(reader => reader.NoteAsync("seed")));
        Assert.Null(await store.AskAsync(reader => reader.NoteAsync("otra")));
    }

    [Fact]
    public async Task a_reopened_database_holds_everything()
    {
        var item = An.Item("tequio");
        var store = await OpenAsync();
        var seq = await store.InsertAsync(item);
        await store.DisposeAsync();

        var reopened = await OpenAsync();

        Assert.Equal(item, await reopened.AskAsync(reader => reader.FindAsync(item.Key)));
        Assert.Equal(item.Revision("tequio"), await reopened.AskAsync(reader => reader.RevisionAsync(item.Key, 1)));
        Assert.Equal(seq, await reopened.HeadAsync(Cancellation));
    }
}

public sealed class SqliteItemTests() : ItemTests(new SqliteTestDatabase());

public sealed class PostgresItemTests(PostgresCluster cluster) : ItemTests(new PostgresTestDatabase(cluster));
