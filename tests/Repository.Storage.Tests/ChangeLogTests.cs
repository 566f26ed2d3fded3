using Repository.Core.Content;
using Repository.Testing;

namespace Repository.Storage.Tests;

public abstract class ChangeLogTests(TestDatabase database) : StoreTests(database)
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task lines_are_found_by_item_person_act_and_time_newest_first()
    {
        var store = await OpenAsync();
        var (one, other) = (Guid.NewGuid(), Guid.NewGuid());
        await store.WriteAsync(
            async transaction =>
            {
                await transaction.LogAsync(ChangeKind.Saved, ItemKind.Document, one, "", An.Instant, "ana");
                await transaction.LogAsync(ChangeKind.Published, ItemKind.Document, one, "", An.Instant.AddHours(1), "rosa");
                await transaction.LogAsync(ChangeKind.Saved, ItemKind.Document, other, "", An.Instant.AddHours(2), "rosa");
                return new WriteResult.Done(await transaction.LogAsync(ChangeKind.Saved, ItemKind.Document, one, "", An.Instant.AddHours(3), "ana"), one, 1);
            },
            Cancellation);

        async Task<string> Found(ChangeQuery query) => string.Join(' ', (await store.AskAsync(reader => reader.ChangesAsync(query))).Select(line => line.Seq));

        Assert.Equal("4 3 2", await Found(new ChangeQuery(3)));
        Assert.Equal("4 2 1", await Found(new ChangeQuery(10) { Key = one }));
        Assert.Equal("3 2", await Found(new ChangeQuery(10) { By = "rosa" }));
        Assert.Equal("4 1", await Found(new ChangeQuery(10) { Kind = ChangeKind.Saved, Key = one }));
        Assert.Equal("3 2", await Found(new ChangeQuery(10) { From = An.Instant.AddHours(1), Until = An.Instant.AddHours(3) }));
        Assert.Equal("1", await Found(new ChangeQuery(10) { Before = 2 }));
        Assert.Equal(["ana", "rosa"], await store.AskAsync(reader => reader.ChangeAuthorsAsync()));
    }

    [Fact]
    public async Task a_line_tells_what_happened_to_what_when_and_by_whom()
    {
        var store = await OpenAsync();
        var key = Guid.NewGuid();

        await store.WriteAsync(
            async transaction =>
            {
                await transaction.LogAsync(ChangeKind.Saved, ItemKind.Media, key, "", An.Instant, "ana");
                var seq = await transaction.LogAsync(ChangeKind.Restricted, ItemKind.Document, key, "es-MX", An.Instant.AddTicks(1), "José \"Pepe\" Ñ");
                return new WriteResult.Done(seq, key, 1);
            },
            Cancellation);

        Assert.Equal(
            [
                new(1, ChangeKind.Saved, ItemKind.Media, key, "", An.Instant, "ana"),
                new(2, ChangeKind.Restricted, ItemKind.Document, key, "es-MX", An.Instant.AddTicks(1), "José \"Pepe\" Ñ"),
            ],
            await store.ChangesAsync(0, 10, Cancellation));
    }

    [Fact]
    public async Task the_log_is_read_from_a_cursor_up_to_a_limit()
    {
        var store = await OpenAsync();
        for (var i = 0; i < 5; i++) await store.InsertAsync();

        var changes = await store.ChangesAsync(after: 1, limit: 3, Cancellation);

        Assert.Equal([2L, 3L, 4L], changes.Select(change => change.Seq));
        Assert.Empty(await store.ChangesAsync(after: 5, limit: 3, Cancellation));
        Assert.Equal(5, await store.HeadAsync(Cancellation));
    }

    [Fact]
    public async Task drafts_and_plans_are_no_public_changes()
    {
        var store = await OpenAsync();
        var key = Guid.NewGuid();

        await store.WriteAsync(
            async transaction =>
            {
                ChangeKind[] kinds = [ChangeKind.Saved, ChangeKind.Published, ChangeKind.Scheduled, ChangeKind.Saved, ChangeKind.Moved];
                foreach (var kind in kinds) await transaction.LogAsync(kind, ItemKind.Document, key, "", An.Instant, "ana");
                return new WriteResult.Done(5, key, 1);
            },
            Cancellation);

        Assert.Equal(0, await store.LastPublicChangeAsync(1, Cancellation));
        Assert.Equal(2, await store.LastPublicChangeAsync(4, Cancellation));
        Assert.Equal(5, await store.LastPublicChangeAsync(100, Cancellation));
    }

    [Fact]
    public async Task numbers_have_no_gaps_and_become_visible_in_order_whoever_writes()
    {
        const int Writers = 4, Rounds = 15;
        ContentStore[] stores = [await OpenAsync(), await OpenAsync()];
        var reader = await OpenAsync();

        var writing = Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(
            async () =>
            {
                for (var round = 0; round < Rounds; round++) await WriteOrRefuseAsync(stores[writer % stores.Length], refuse: round % 3 == 2);
            },
            Cancellation)));
        var seen = new List<long>();
        const int Expected = Writers * Rounds * 2 / 3 * 2;
        while (seen.Count < Expected)
        {
            await reader.WaitForChangeAsync(seen.LastOrDefault(), Cancellation).WaitAsync(Soon, Cancellation);
            seen.AddRange((await reader.ChangesAsync(seen.LastOrDefault(), 7, Cancellation)).Select(change => change.Seq));
        }

        await writing;
        Assert.Equal(Enumerable.Range(1, Expected).Select(seq => (long)seq), seen);
        Assert.Equal(Expected, await reader.HeadAsync(Cancellation));
    }

    [Fact]
    public async Task a_wait_for_what_is_already_there_ends_at_once()
    {
        var store = await OpenAsync();
        await store.InsertAsync();

        await store.WaitForChangeAsync(after: 0, Cancellation).WaitAsync(Soon, Cancellation);
    }

    [Fact]
    public async Task a_wait_ends_with_a_write_of_this_process_or_of_another()
    {
        var (here, there) = (await OpenAsync(), await OpenAsync());
        var waiting = here.WaitForChangeAsync(after: 0, Cancellation);
        var alsoWaiting = there.WaitForChangeAsync(after: 0, Cancellation);
        Assert.False(waiting.IsCompleted);

        await there.InsertAsync();

        await waiting.WaitAsync(Soon, Cancellation);
        await alsoWaiting.WaitAsync(Soon, Cancellation);
    }

    [Fact]
    public async Task a_wait_can_be_cancelled_and_does_not_end_by_itself()
    {
        var store = await OpenAsync();
        using var cancelling = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);

        var waiting = store.WaitForChangeAsync(after: 0, cancelling.Token);
        await cancelling.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    private static Task<WriteResult> WriteOrRefuseAsync(ContentStore store, bool refuse) => store.WriteAsync(
        async transaction =>
        {
            await transaction.LogAsync(ChangeKind.Saved, ItemKind.Document, Guid.NewGuid(), "", An.Instant, "ana");
            await Task.Yield();
            var seq = await transaction.LogAsync(ChangeKind.Published, ItemKind.Document, Guid.NewGuid(), "", An.Instant, "ana");
            return refuse ? new WriteResult.Missing(Guid.Empty) : new WriteResult.Done(seq, Guid.Empty, 1);
        },
        Cancellation);
}

public sealed class SqliteChangeLogTests() : ChangeLogTests(new SqliteTestDatabase());

public sealed class PostgresChangeLogTests(PostgresCluster cluster) : ChangeLogTests(new PostgresTestDatabase(cluster));
