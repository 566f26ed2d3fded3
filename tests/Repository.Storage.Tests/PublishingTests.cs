using System.Data.Common;
using Repository.Core.Content;
using Repository.Testing;

namespace Repository.Storage.Tests;

public abstract class PublishingTests(TestDatabase database) : StoreTests(database)
{
    [Fact]
    public async Task publishing_again_replaces_what_the_public_sees_in_that_culture_only()
    {
        var store = await OpenAsync();
        var item = An.Item("tequio");
        await store.InsertAsync(item);
        await store.DoAsync(async transaction =>
        {
            await transaction.AddRevisionAsync(item.Revision("nuevo", number: 2));
            await transaction.PublishAsync(item.Publication("tequio", "es-MX"));
            await transaction.PublishAsync(item.Publication("communal-work", "en"));
        });

        await store.DoAsync(transaction => transaction.PublishAsync(item.Publication("tequio-nuevo", "es-MX", revision: 2)));

        Assert.Equal(
            [item.Publication("communal-work", "en"), item.Publication("tequio-nuevo", "es-MX", revision: 2)],
            await store.AskAsync(reader => reader.PublicationsAsync(item.Key)));
    }

    [Fact]
    public async Task unpublishing_one_culture_leaves_the_other()
    {
        var store = await OpenAsync();
        var item = An.Item("tequio");
        await store.InsertAsync(item);
        await store.DoAsync(async transaction =>
        {
            await transaction.PublishAsync(item.Publication("tequio", "es-MX"));
            await transaction.PublishAsync(item.Publication("communal-work", "en"));
        });

        await store.DoAsync(transaction => transaction.UnpublishAsync(item.Key, "en"), ChangeKind.Unpublished);

        Assert.Equal([item.Publication("tequio", "es-MX")], await store.AskAsync(reader => reader.PublicationsAsync(item.Key)));
    }

    [Fact]
    public async Task what_has_no_such_revision_cannot_be_published()
    {
        var store = await OpenAsync();
        var item = An.Item("tequio");
        await store.InsertAsync(item);

        var publish = store.DoAsync(transaction => transaction.PublishAsync(item.Publication("tequio", revision: 9)));

        await Assert.ThrowsAnyAsync<DbException>(() => publish);
        Assert.Empty(await store.AskAsync(reader => reader.PublicationsAsync(item.Key)));
    }

    [Fact]
    public async Task a_segment_is_taken_by_a_published_sibling_of_the_same_kind_and_by_nobody_else()
    {
        var store = await OpenAsync();
        var home = An.Item("home");
        var (tequio, draft, binned) = (An.Item("tequio", home), An.Item("borrador", home), An.Item("tirado", home));
        await store.InsertAsync(home, tequio, draft, binned);
        await store.DoAsync(async transaction =>
        {
            await transaction.PublishAsync(home.Publication("inicio", "es-MX"));
            await transaction.PublishAsync(tequio.Publication("tequio", "es-MX"));
            await transaction.PublishAsync(binned.Publication("tirado", "es-MX"));
            await transaction.UpdateAsync(binned with { Trashed = true });
        });

        Task<bool> Taken(string segment, string culture = "es-MX", ItemKind kind = ItemKind.Document, Item? below = null, Item? except = null) =>
            store.AskAsync(reader => reader.SegmentTakenAsync(kind, below?.Key, culture, segment, except?.Key ?? Guid.Empty));

        Assert.True(await Taken("tequio", below: home));
        Assert.True(await Taken("inicio"));
        Assert.False(await Taken("tequio", below: home, except: tequio));
        Assert.False(await Taken("tequio"));
        Assert.False(await Taken("tequio", "en", below: home));
        Assert.False(await Taken("Tequio", below: home));
        Assert.False(await Taken("tequio", kind: ItemKind.Media, below: home));
        Assert.False(await Taken("borrador", below: home));
        Assert.False(await Taken("tirado", below: home));
    }

    [Fact]
    public async Task an_item_that_does_not_vary_takes_its_segment_in_every_culture()
    {
        var store = await OpenAsync();
        var (invariant, varying) = (An.Item("mapa"), An.Item("ayuda"));
        await store.InsertAsync(invariant, varying);

        await store.DoAsync(async transaction =>
        {
            await transaction.PublishAsync(invariant.Publication("mapa"));
            await transaction.PublishAsync(varying.Publication("help", "en"));
        });

        Assert.True(await store.AskAsync(reader => reader.SegmentTakenAsync(ItemKind.Document, null, "en", "mapa", varying.Key)));
        Assert.True(await store.AskAsync(reader => reader.SegmentTakenAsync(ItemKind.Document, null, "", "help", invariant.Key)));
    }

    [Fact]
    public async Task a_former_segment_leads_to_the_item_that_answered_to_it_last()
    {
        var store = await OpenAsync();
        var (home, first, second) = (An.Item("home"), An.Item("a"), An.Item("b"));
        await store.InsertAsync(home, first, second);

        var belowHome = new FormerSegment(home.Key, "es-MX", "faena", first.Key, An.Instant);
        var asRoot = new FormerSegment(null, "es-MX", "faena", second.Key, An.Instant.AddDays(1));
        await store.DoAsync(async transaction =>
        {
            await transaction.RememberSegmentAsync(belowHome);
            await transaction.RememberSegmentAsync(asRoot with { ItemKey = first.Key });
            await transaction.RememberSegmentAsync(asRoot);
        });

        Assert.Equal([belowHome, asRoot], await store.AskAsync(reader => reader.FormerSegmentsAsync()));
    }

    [Fact]
    public async Task references_of_an_item_are_replaced_as_a_whole()
    {
        var store = await OpenAsync();
        var (item, other, target) = (An.Item("tequio"), An.Item("faena"), Guid.NewGuid());
        await store.InsertAsync(item, other);
        await store.DoAsync(async transaction =>
        {
            await transaction.ReplaceReferencesAsync(item.Key, [new(item.Key, target, "old"), new(item.Key, Guid.NewGuid(), "old")]);
            await transaction.ReplaceReferencesAsync(other.Key, [new(other.Key, target, "image")]);
        });

        await store.DoAsync(transaction => transaction.ReplaceReferencesAsync(item.Key, [new(item.Key, target, "new"), new(item.Key, target, "new")]));

        Assert.Equivalent(
            new[] { new StoredReference(item.Key, target, "new"), new StoredReference(other.Key, target, "image") },
            await store.AskAsync(reader => reader.ReferencesToAsync(target)),
            strict: true);
        await Assert.ThrowsAsync<ArgumentException>(() => store.DoAsync(transaction => transaction.ReplaceReferencesAsync(item.Key, [new(other.Key, target, "x")])));
    }

    [Fact]
    public async Task references_may_be_emptied()
    {
        var store = await OpenAsync();
        var (item, target) = (An.Item("tequio"), Guid.NewGuid());
        await store.InsertAsync(item);
        await store.DoAsync(transaction => transaction.ReplaceReferencesAsync(item.Key, [new(item.Key, target, "image")]));

        await store.DoAsync(transaction => transaction.ReplaceReferencesAsync(item.Key, []));

        Assert.Empty(await store.AskAsync(reader => reader.ReferencesToAsync(target)));
    }

    [Fact]
    public async Task what_is_due_comes_oldest_first_and_what_is_not_yet_due_stays()
    {
        var store = await OpenAsync();
        var item = An.Item("tequio");
        await store.InsertAsync(item);
        var release = new Schedule(item.Key, "es-MX", ScheduledAction.Release, An.Instant.AddHours(2));
        var expire = new Schedule(item.Key, "es-MX", ScheduledAction.Expire, An.Instant.AddHours(1));
        Assert.Null(await store.AskAsync(reader => reader.NextDueAsync()));

        await store.DoAsync(async transaction =>
        {
            await transaction.ScheduleAsync(release with { At = An.Instant.AddYears(1) });
            await transaction.ScheduleAsync(release);
            await transaction.ScheduleAsync(expire);
        });

        Assert.Equal([expire], await store.AskAsync(reader => reader.DueAsync(expire.At)));
        Assert.Equal([expire, release], await store.AskAsync(reader => reader.DueAsync(release.At)));
        Assert.Empty(await store.AskAsync(reader => reader.DueAsync(expire.At.AddTicks(-1))));
        Assert.Equal(expire.At, await store.AskAsync(reader => reader.NextDueAsync()));
        Assert.Equal([expire, release], await store.AskAsync(reader => reader.SchedulesAsync(item.Key)));
    }

    [Fact]
    public async Task an_unscheduled_action_is_gone_and_the_other_stays()
    {
        var store = await OpenAsync();
        var item = An.Item("tequio");
        await store.InsertAsync(item);
        var release = new Schedule(item.Key, "", ScheduledAction.Release, An.Instant);
        await store.DoAsync(async transaction =>
        {
            await transaction.ScheduleAsync(release);
            await transaction.ScheduleAsync(release with { Action = ScheduledAction.Expire });
        });

        await store.DoAsync(transaction => transaction.UnscheduleAsync(item.Key, "", ScheduledAction.Expire));

        Assert.Equal([release], await store.AskAsync(reader => reader.SchedulesAsync(item.Key)));
    }
}

public sealed class SqlitePublishingTests() : PublishingTests(new SqliteTestDatabase());

public sealed class PostgresPublishingTests(PostgresCluster cluster) : PublishingTests(new PostgresTestDatabase(cluster));
