using Repository.Core.Content;
using Repository.Core.Publishing;
using Repository.Core.Tests.Content;
using Repository.Core.Workflow;

namespace Repository.Storage.Tests.UseCases;

/// <summary>All use cases over one store, with a clock that is set by hand, and the words the tests are written in.</summary>
internal sealed class Newsroom
{
    public const string Spanish = ASchema.Spanish;
    public const string English = ASchema.English;

    public Newsroom(IContentStore store, params IItemRules[] rules)
    {
        var writer = new ContentWriter(store, Live, Clock);
        var validation = ASchema.Validation(rules);
        Store = store;
        Editing = new ContentEditing(writer, validation);
        Tree = new ContentTree(writer, validation);
        Publishing = new ContentPublishing(writer, validation);
        Importing = new ContentImport(writer, validation);
        Reviewing = new Reviewing(writer, validation);
        Commenting = new Commenting(writer, validation);
    }

    public IContentStore Store { get; }

    public ContentEditing Editing { get; }

    public ContentTree Tree { get; }

    public ContentPublishing Publishing { get; }

    public ContentImport Importing { get; }

    public Reviewing Reviewing { get; }

    public Commenting Commenting { get; }

    public HandSetClock Clock { get; } = new();

    public ServedLines Live { get; } = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static ItemContent APage(string name, string summary = "Trabajo de todas y todos.") => ItemContent.Named(name, Spanish).With("summary", summary, Spanish);

    public Task<Item> SectionAsync(string name, Item? below = null) => CreatedAsync("section", ItemContent.Named(name), below);

    public Task<Item> NoteAsync(string name, Item? below = null, string related = "") => CreatedAsync("note", ItemContent.Named(name).With("related", related), below);

    public Task<Item> PageAsync(string name, Item below) => CreatedAsync("page", APage(name), below);

    public async Task<Item> PublishedAsync(Item item)
    {
        await DoneAsync(Publishing.PublishAsync(await SeenAsync(item), [], Cancellation));
        return await FindAsync(item);
    }

    public async Task<Item> CreatedAsync(string type, ItemContent content, Item? below = null, ItemKind kind = ItemKind.Document)
    {
        var done = await DoneAsync(Editing.CreateAsync(new NewItem { Kind = kind, Type = type, Parent = below?.Key, Content = content, By = "ana" }, Cancellation));
        return (await Store.AskAsync(reader => reader.FindAsync(done.Key)))!;
    }

    public async Task SavedAsync(Item item, ItemContent content) => await DoneAsync(Editing.SaveAsync(await SeenAsync(item), content, Cancellation));

    public Task<Item> FindAsync(Item item) => FindAsync(item.Key);

    public async Task<Item> FindAsync(Guid key) => (await Store.AskAsync(reader => reader.FindAsync(key)))!;

    public async Task<Seen> SeenAsync(Item item) => new(item.Key, (await FindAsync(item)).Version, "ana");

    public async Task<ItemContent> DraftAsync(Item item)
    {
        var current = await FindAsync(item);
        return (await Store.AskAsync(reader => reader.RevisionAsync(item.Key, current.Revision)))!.Content;
    }

    /// <summary>"es-MX:tequio@2": what the public sees of an item, by culture, segment and revision.</summary>
    public async Task<string> PublicAsync(Item item) =>
        string.Join(' ', (await Store.AskAsync(reader => reader.PublicationsAsync(item.Key))).Select(shown => $"{shown.Culture}:{shown.Segment}@{shown.Revision}"));

    public async Task<string[]> FormerAsync() =>
        [.. (await Store.AskAsync(reader => reader.FormerSegmentsAsync())).Select(former => $"{former.Culture}:{former.Segment}")];

    /// <summary>The lines of the log that a step wrote, as "Saved es-MX".</summary>
    public async Task<string[]> LogOfAsync(Func<Task> step)
    {
        var before = await Store.HeadAsync(Cancellation);
        await step();
        return [.. (await Store.ChangesAsync(before, 1000, Cancellation)).Select(line => $"{line.Kind} {line.Culture}".TrimEnd())];
    }

    public static async Task<WriteResult.Done> DoneAsync(Task<WriteResult> writing)
    {
        var result = await writing;
        return result is WriteResult.Done done ? done : throw new InvalidOperationException(Told(result));
    }

    /// <summary>The fields a refused write complains of.</summary>
    public static async Task<string[]> RefusedAsync(Task<WriteResult> writing) => [.. Assert.IsType<WriteResult.Invalid>(await writing).Problems.Select(problem => problem.Field)];

    private static string Told(WriteResult result) => result is WriteResult.Invalid invalid ? string.Join('\n', invalid.Problems) : result.ToString();
}

internal sealed class HandSetClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 5, 11, 9, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}

/// <summary>Stands for the node's snapshot: remembers the lines it was asked to serve.</summary>
internal sealed class ServedLines : ILiveContent
{
    private readonly List<long> _served = [];

    public IReadOnlyList<long> Served => _served;

    /// <summary>From now on the database is gone when the node wants to read back what was written.</summary>
    public bool IsCutOff { get; set; }

    public Task ServeAsync(long seq, CancellationToken cancellation)
    {
        if (IsCutOff) throw new StoreUnavailableException("Gone.", new IOException());
        _served.Add(seq);
        return Task.CompletedTask;
    }
}
