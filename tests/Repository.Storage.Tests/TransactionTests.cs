using System.Globalization;
using Repository.Core.Content;
using Repository.Testing;

namespace Repository.Storage.Tests;

public abstract class TransactionTests(TestDatabase database) : StoreTests(database)
{
    private readonly Item _item = An.Item("tequio");

    [Fact]
    public async Task a_refused_write_has_changed_nothing()
    {
        var store = await OpenAsync();

        var result = await store.WriteAsync(
            async transaction =>
            {
                await transaction.InsertAsync(_item, _item.Revision("tequio"));
                await transaction.LogAsync(ChangeKind.Saved, ItemKind.Document, _item.Key, "", An.Instant, "ana");
                return new WriteResult.Invalid("name", "Escribe un nombre.");
            },
            Cancellation);

        Assert.IsType<WriteResult.Invalid>(result);
        Assert.Null(await store.AskAsync(reader => reader.FindAsync(_item.Key)));
        Assert.Equal(0, await store.HeadAsync(Cancellation));
        Assert.Equal(1, await store.InsertAsync(_item));
    }

    [Fact]
    public async Task work_that_throws_has_changed_nothing_and_its_exception_comes_through()
    {
        var store = await OpenAsync();

        var write = store.DoAsync(async transaction =>
        {
            await transaction.InsertAsync(_item, _item.Revision("tequio"));
            throw new FormatException("a broken promise");
        });

        await Assert.ThrowsAsync<FormatException>(() => write);
        Assert.Null(await store.AskAsync(reader => reader.FindAsync(_item.Key)));
        Assert.Equal(1, await store.InsertAsync(_item));
    }

    [Fact]
    public async Task a_cancelled_write_has_changed_nothing_and_leaves_the_turn_free()
    {
        var store = await OpenAsync();
        using var cancelling = new CancellationTokenSource();

        var write = store.WriteAsync(
            async transaction =>
            {
                await transaction.InsertAsync(_item, _item.Revision("tequio"));
                await cancelling.CancelAsync();
                cancelling.Token.ThrowIfCancellationRequested();
                return new WriteResult.Done(0, _item.Key, 1);
            },
            cancelling.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => write);
        Assert.Null(await store.AskAsync(reader => reader.FindAsync(_item.Key)));
        Assert.Equal(1, await store.InsertAsync(_item));
    }

    [Fact]
    public async Task a_writer_sees_its_own_steps_and_readers_see_none_until_it_is_done()
    {
        var store = await OpenAsync();
        await store.InsertAsync(_item);
        var second = An.Item("faena");

        await store.DoAsync(async transaction =>
        {
            await transaction.InsertAsync(second, second.Revision("faena"));
            await transaction.DeleteAsync(_item.Key);

            Assert.Equal([second], await transaction.ChildrenAsync(ItemKind.Document, null));
            Assert.Equal([_item], await store.AskAsync(reader => reader.ChildrenAsync(ItemKind.Document, null)));
            Assert.Single(await store.ItemsAsync(drafts: true));
            Assert.Equal(1, await store.HeadAsync(Cancellation));
        });

        Assert.Equal([second], await store.AskAsync(reader => reader.ChildrenAsync(ItemKind.Document, null)));
    }

    [Fact]
    public async Task a_reader_sees_one_state_however_long_it_looks()
    {
        var store = await OpenAsync();

        var (before, after) = await store.AskAsync(async reader =>
        {
            var first = await reader.ChildrenAsync(ItemKind.Document, null);
            await store.InsertAsync(_item);
            return (first, await reader.ChildrenAsync(ItemKind.Document, null));
        });

        Assert.Empty(before);
        Assert.Empty(after);
        Assert.Single(await store.AskAsync(reader => reader.ChildrenAsync(ItemKind.Document, null)));
    }

    [Fact]
    public async Task writers_of_several_processes_take_turns_so_that_none_loses_the_work_of_another()
    {
        const int Writers = 4, Rounds = 15;
        ContentStore[] stores = [await OpenAsync(), await OpenAsync()];

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(
            async () =>
            {
                for (var round = 0; round < Rounds; round++) await stores[writer % stores.Length].DoAsync(CountAsync);
            },
            Cancellation)));

        Assert.Equal("60", await stores[0].AskAsync(reader => reader.NoteAsync("count")));
    }

    private static async Task CountAsync(IContentTransaction transaction)
    {
        var count = int.Parse(await transaction.NoteAsync("count") ?? "0", CultureInfo.InvariantCulture);
        await Task.Yield();
        await transaction.SetNoteAsync("count", (count + 1).ToString(CultureInfo.InvariantCulture));
    }
}

public sealed class SqliteTransactionTests() : TransactionTests(new SqliteTestDatabase());

public sealed class PostgresTransactionTests(PostgresCluster cluster) : TransactionTests(new PostgresTestDatabase(cluster));
