using Repository.Core.Forms;
using Repository.Core.Forms.Results;
using Repository.Testing;

namespace Repository.Storage.Tests.Forms;

public abstract class ResultStoreTests(TestDatabase database) : StoreTests(database)
{
    private static readonly DateTimeOffset Now = new(2026, 7, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly Guid Survey = Guid.NewGuid();
    private static readonly AnswerTable Table = new("p01", "", "¿Ya habías oído hablar de gobierno abierto?", TableShape.OneOf, 1, 1, [new PreValue("si", "Sí"), new PreValue("no", "No")]);

    [Fact]
    public async Task results_come_back_as_they_were_published()
    {
        var store = (await OpenAsync()).Results;
        var published = new PublishedResults([Table], [Group(1, 60), Group(2, 70)]);

        Assert.Equal(PublishedResults.None, await store.FindAsync(Survey, Cancellation));
        Assert.True(await store.KeepAsync(Survey, published, Now, Cancellation));

        var found = await store.FindAsync(Survey, Cancellation);
        Assert.Equal(ResultJson.Write(published), ResultJson.Write(found));
        Assert.Equal("56–60 0–4", string.Join(' ', found.Groups[0].Tables[0].Cells));
        Assert.Equal(published.Until, found.Until);
    }

    [Fact]
    public async Task what_was_published_can_be_gone_on_from_and_never_changed()
    {
        var store = (await OpenAsync()).Results;
        await store.KeepAsync(Survey, new PublishedResults([Table], [Group(1, 60)]), Now, Cancellation);

        Assert.False(await store.KeepAsync(Survey, new PublishedResults([Table], [Group(1, 61), Group(2, 70)]), Now, Cancellation));
        Assert.False(await store.KeepAsync(Survey, PublishedResults.None, Now, Cancellation));
        Assert.True(await store.KeepAsync(Survey, new PublishedResults([Table], [Group(1, 60), Group(2, 70)]), Now, Cancellation));

        Assert.Equal([60, 70], (await store.FindAsync(Survey, Cancellation)).Groups.Select(group => group.Size));
    }

    private static PublishedGroup Group(int month, long size) => new(
        new DateOnly(2026, month, 1),
        new DateOnly(2026, month, 28),
        ["", "coast"],
        size,
        [new PublishedTable(Table, size, [new CellRange(size - 4, size), new CellRange(0, 4)])]);
}

public sealed class SqliteResultStoreTests() : ResultStoreTests(new SqliteTestDatabase());

public sealed class PostgresResultStoreTests(PostgresCluster cluster) : ResultStoreTests(new PostgresTestDatabase(cluster));
