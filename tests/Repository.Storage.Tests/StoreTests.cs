using Repository.Core.Content;

namespace Repository.Storage.Tests;

/// <summary>What every class of the suite begins with: a database of its own and the words the tests are written in.</summary>
public abstract class StoreTests(TestDatabase database) : IAsyncDisposable
{
    protected TestDatabase Database { get; } = database;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected Task<ContentStore> OpenAsync() => Database.OpenAsync();
}

/// <summary>Items as tests need them: a place, a name, an instant.</summary>
internal static class An
{
    public static readonly DateTimeOffset Instant = new(2026, 3, 21, 10, 15, 30, 123, TimeSpan.FromHours(-6));

    public static Item Item(string name, Item? below = null, int order = 0, ItemKind kind = ItemKind.Document) => new()
    {
        Key = Guid.CreateVersion7(),
        Kind = kind,
        Type = kind == ItemKind.Media ? "Image" : name,
        ParentKey = below?.Key,
        SortOrder = order,
        CreatedAt = Instant,
        CreatedBy = "ana",
    };

    public static Revision Revision(this Item item, string name, int number = 1, string culture = "") =>
        new(item.Key, number, Instant.AddMinutes(number), "ana", ItemContent.Named(name, culture).With("summary", $"Resumen de {name} ñ 🌽"));

    public static Publication Publication(this Item item, string segment, string culture = "", int revision = 1) =>
        new(item.Key, culture, revision, segment, Instant.AddHours(1));
}

internal static class StoreSentences
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A use case in one line: does its steps, writes one line of the log, and is done.</summary>
    public static async Task<long> DoAsync(this IContentStore store, Func<IContentTransaction, Task> steps, ChangeKind kind = ChangeKind.Saved)
    {
        var result = await store.WriteAsync(
            async transaction =>
            {
                await steps(transaction);
                var seq = await transaction.LogAsync(kind, ItemKind.Document, Guid.Empty, "", An.Instant, "ana");
                return new WriteResult.Done(seq, Guid.Empty, 1);
            },
            Cancellation);
        return Assert.IsType<WriteResult.Done>(result).Seq;
    }

    public static Task<long> InsertAsync(this IContentStore store, params Item[] items) => store.DoAsync(async transaction =>
    {
        foreach (var item in items) await transaction.InsertAsync(item, item.Revision(item.Type));
    });

    public static Task<T> AskAsync<T>(this IContentStore store, Func<IContentReader, Task<T>> question) => store.ReadAsync(question, Cancellation);

    public static async Task<IReadOnlyList<ItemRecord>> ItemsAsync(this IContentStore store, bool drafts = false, params Guid[] keys)
    {
        var records = new List<ItemRecord>();
        await foreach (var record in store.ReadItemsAsync(new ItemSelection(drafts, keys.Length == 0 ? null : keys), Cancellation)) records.Add(record);
        return records;
    }
}
