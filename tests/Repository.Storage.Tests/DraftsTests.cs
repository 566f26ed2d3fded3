using Repository.Core.Content;
using Repository.Core.Drafts;
using Repository.Core.Publishing;
using Repository.Core.Tests.Content;
using Repository.Storage.Tests.UseCases;
using Repository.Testing;

namespace Repository.Storage.Tests;

public abstract class DraftsTests(TestDatabase database) : StoreTests(database)
{
    private const string Spanish = ASchema.Spanish;
    private const string English = ASchema.English;

    [Fact]
    public async Task a_draft_comes_with_what_is_public_of_it_what_is_planned_and_when_each_language_was_written()
    {
        var (store, newsroom) = await NewsroomAsync();
        var home = await newsroom.PublishedAsync(await newsroom.SectionAsync("Inicio"));
        var page = await newsroom.PublishedAsync(await newsroom.PageAsync("Tequio", home));
        var first = newsroom.Clock.Now;
        newsroom.Clock.Now += TimeSpan.FromHours(1);
        await newsroom.SavedAsync(page, Newsroom.APage("Tequio").WithName("Communal work", English));
        await newsroom.Publishing.ScheduleAsync(await newsroom.SeenAsync(page), new Planned(Spanish, ScheduledAction.Expire, first.AddDays(3)), Cancellation);

        var record = Assert.Single(await DraftsAsync(store, [page.Key]));

        var (publication, shown) = Assert.Single(record.Published);
        Assert.Equal((Spanish, 1), (publication.Culture, publication.Revision));
        Assert.Equal("Tequio", shown?.Name(Spanish));
        Assert.Equal(2, record.Draft.Number);
        Assert.Equal((first, newsroom.Clock.Now), (record.WrittenAt[Spanish], record.WrittenAt[English]));
        Assert.Equal(first.AddDays(3), Assert.Single(record.Schedules).At);
    }

    [Fact]
    public async Task all_drafts_are_told_once_those_in_the_bin_included()
    {
        var (store, newsroom) = await NewsroomAsync();
        var home = await newsroom.SectionAsync("Inicio");
        var page = await newsroom.PageAsync("Tequio", home);
        await newsroom.Tree.TrashAsync(await newsroom.SeenAsync(page), Cancellation);

        var records = await DraftsAsync(store);

        Assert.Equal([(home.Key, false), (page.Key, true)], records.Select(record => (record.Item.Key, record.Item.Trashed)).OrderBy(item => item.Trashed));
    }

    [Fact]
    public async Task a_person_keeps_views_of_her_own_under_names_that_she_may_use_again()
    {
        var store = await OpenAsync();
        await SaveAsync(store, "ana", new SavedView("Sin imagen", "content", "lacks=altText"));
        await SaveAsync(store, "ana", new SavedView("Sin imagen", "media", "lacks=altText&sort=changed"));
        await SaveAsync(store, "beto", new SavedView("Míos", "content", "owner=beto"));

        var hers = await store.ReadAsync(reader => reader.ViewsAsync("ana"), Cancellation);
        await store.WriteAsync(transaction => DoneAsync(transaction.RemoveViewAsync("ana", "Sin imagen")), Cancellation);
        var after = await store.ReadAsync(reader => reader.ViewsAsync("ana"), Cancellation);

        Assert.Equal([new SavedView("Sin imagen", "media", "lacks=altText&sort=changed")], hers);
        Assert.Empty(after);
        Assert.Single(await store.ReadAsync(reader => reader.ViewsAsync("beto"), Cancellation));
    }

    private static Task<WriteResult> SaveAsync(ContentStore store, string person, SavedView view) =>
        store.WriteAsync(transaction => DoneAsync(transaction.SaveViewAsync(person, view, An.Instant)), Cancellation);

    private static async Task<WriteResult> DoneAsync(Task writing)
    {
        await writing;
        return new WriteResult.Done(0, Guid.Empty, 0);
    }

    private async Task<(ContentStore Store, Newsroom Newsroom)> NewsroomAsync()
    {
        var store = await OpenAsync();
        return (store, new Newsroom(store));
    }

    private static Task<List<DraftRecord>> DraftsAsync(ContentStore store, IReadOnlyCollection<Guid>? keys = null) => store.ReadAsync(
        async reader =>
        {
            var records = new List<DraftRecord>();
            await foreach (var record in reader.DraftsAsync(keys)) records.Add(record);
            return records;
        },
        Cancellation);
}

public sealed class SqliteDraftsTests() : DraftsTests(new SqliteTestDatabase());

public sealed class PostgresDraftsTests(PostgresCluster cluster) : DraftsTests(new PostgresTestDatabase(cluster));
