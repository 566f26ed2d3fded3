using Repository.Core.Content;
using Repository.Core.Publishing;

namespace Repository.Specs.Seeded;

/// <summary>Writes content as an editor's desk will, through the use cases of a running site.</summary>
public sealed class Newsroom(TestSite site)
{
    public const string Spanish = "es-MX";
    private const string By = "ana";

    private readonly ContentEditing _editing = new(site.Service<ContentWriter>(), site.Service<ContentValidation>());
    private readonly ContentTree _tree = new(site.Service<ContentWriter>(), site.Service<ContentValidation>());
    private readonly ContentPublishing _publishing = site.Service<ContentPublishing>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static ItemContent APage(string name, string summary = "Una página para probar.") => ItemContent.Named(name, Spanish).With("summary", summary, Spanish);

    /// <summary>A draft below the item at a path.</summary>
    public async Task<Guid> CreateAsync(string parentPath, ItemContent content, string type = "page")
    {
        var parent = Assert.IsType<RouteMatch.Found>(Routing.Match(site.Live, parentPath, Spanish, null)).Item;
        return await DoneAsync(_editing.CreateAsync(new NewItem { Type = type, Parent = parent.Key, Content = content, By = By }, Cancellation));
    }

    public async Task<Guid> PublishedAsync(string parentPath, ItemContent content, string type = "page")
    {
        var key = await CreateAsync(parentPath, content, type);
        await PublishAsync(key);
        return key;
    }

    public async Task PublishAsync(Guid key) => await DoneAsync(_publishing.PublishAsync(await SeenAsync(key), [], Cancellation));

    public async Task UnpublishAsync(Guid key) => await DoneAsync(_publishing.UnpublishAsync(await SeenAsync(key), [], Cancellation));

    public async Task ScheduleAsync(Guid key, ScheduledAction action, DateTimeOffset at) => await DoneAsync(_publishing.ScheduleAsync(await SeenAsync(key), new Planned(Spanish, action, at), Cancellation));

    public async Task SaveAsync(Guid key, ItemContent content) => await DoneAsync(_editing.SaveAsync(await SeenAsync(key), content, Cancellation));

    public async Task RestrictAsync(Guid key, bool restricted = true) => await DoneAsync(_editing.RestrictAsync(await SeenAsync(key), restricted, Cancellation));

    public async Task MoveAsync(Guid key, Guid parent) => await DoneAsync(_tree.MoveAsync(await SeenAsync(key), parent, Cancellation));

    public async Task TrashAsync(Guid key) => await DoneAsync(_tree.TrashAsync(await SeenAsync(key), Cancellation));

    private async Task<Seen> SeenAsync(Guid key) =>
        new(key, (await site.Service<IContentStore>().ReadAsync(reader => reader.FindAsync(key), Cancellation))!.Version, By);

    private static async Task<Guid> DoneAsync(Task<WriteResult> writing)
    {
        var result = await writing;
        return result is WriteResult.Done done ? done.Key : throw new InvalidOperationException(result is WriteResult.Invalid invalid ? string.Join('\n', invalid.Problems) : result.ToString());
    }
}
