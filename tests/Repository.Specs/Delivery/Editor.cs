using Repository.Core.Content;
using Repository.Core.Publishing;

namespace Repository.Specs.Delivery;

/// <summary>What an editor does to the village, each step shown to the public at once unless it says otherwise.</summary>
internal static class Editor
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<Item> FindAsync(this TestSite site, string handle) =>
        await site.Service<IContentStore>().ReadAsync(store => store.FindAsync(AnItem.KeyOf(handle)), Cancellation) ?? throw new InvalidOperationException(handle);

    public static Task<Seen> SeenAsync(this TestSite site, string handle) => site.SeenAsync(AnItem.KeyOf(handle));

    public static async Task<ItemContent> DraftAsync(this TestSite site, string handle)
    {
        var item = await site.FindAsync(handle);
        return (await site.Service<IContentStore>().ReadAsync(store => store.RevisionAsync(item.Key, item.Revision), Cancellation))!.Content;
    }

    public static async Task SaveAsync(this TestSite site, string handle, Func<ItemContent, ItemContent> write) =>
        Done(await site.Editing().SaveAsync(await site.SeenAsync(handle), write(await site.DraftAsync(handle)), Cancellation));

    public static async Task PublishAsync(this TestSite site, string handle, params string[] cultures) =>
        Done(await site.Service<ContentPublishing>().PublishAsync(await site.SeenAsync(handle), cultures, Cancellation));

    public static async Task UnpublishAsync(this TestSite site, string handle, params string[] cultures) =>
        Done(await site.Service<ContentPublishing>().UnpublishAsync(await site.SeenAsync(handle), cultures, Cancellation));

    public static async Task ScheduleAsync(this TestSite site, string handle, Planned planned) =>
        Done(await site.Service<ContentPublishing>().ScheduleAsync(await site.SeenAsync(handle), planned, Cancellation));

    public static async Task RenameAsync(this TestSite site, string handle, string name, string culture = Village.Spanish, string segment = "")
    {
        await site.SaveAsync(handle, content => content.WithName(name, culture).With(UrlSegment.Property, segment, culture));
        await site.PublishAsync(handle, culture);
    }

    public static async Task MoveAsync(this TestSite site, string handle, string below) => Done(await site.Tree().MoveAsync(await site.SeenAsync(handle), AnItem.KeyOf(below), Cancellation));

    public static async Task TrashAsync(this TestSite site, string handle) => Done(await site.Tree().TrashAsync(await site.SeenAsync(handle), Cancellation));

    public static async Task DeleteAsync(this TestSite site, string handle) => Done(await site.Tree().DeleteAsync(await site.SeenAsync(handle), Cancellation));

    public static async Task RestrictAsync(this TestSite site, string handle, bool restricted = true) =>
        Done(await site.Editing().RestrictAsync(await site.SeenAsync(handle), restricted, Cancellation));

    public static async Task<Guid> CreateAsync(this TestSite site, NewItem item) => Done(await site.Editing().CreateAsync(item, Cancellation)).Key;

    public static async Task PublishKeyAsync(this TestSite site, Guid key) => Done(await site.Service<ContentPublishing>().PublishAsync(await site.SeenAsync(key), [], Cancellation));

    public static async Task UnpublishKeyAsync(this TestSite site, Guid key) => Done(await site.Service<ContentPublishing>().UnpublishAsync(await site.SeenAsync(key), [], Cancellation));

    /// <summary>Makes an older revision the newest again.</summary>
    public static async Task RestoreRevisionAsync(this TestSite site, Guid key, int number)
    {
        var old = await site.Service<IContentStore>().ReadAsync(store => store.RevisionAsync(key, number), Cancellation);
        Done(await site.Editing().SaveAsync(await site.SeenAsync(key), old!.Content, Cancellation));
    }

    public static async Task SaveKeyAsync(this TestSite site, Guid key, Func<ItemContent, ItemContent> write)
    {
        var store = site.Service<IContentStore>();
        var item = await store.ReadAsync(reader => reader.FindAsync(key), Cancellation) ?? throw new InvalidOperationException(key.ToString());
        var draft = await store.ReadAsync(reader => reader.RevisionAsync(key, item.Revision), Cancellation);
        Done(await site.Editing().SaveAsync(await site.SeenAsync(key), write(draft!.Content), Cancellation));
    }

    public static async Task RestrictKeyAsync(this TestSite site, Guid key, bool restricted) => Done(await site.Editing().RestrictAsync(await site.SeenAsync(key), restricted, Cancellation));

    private static async Task<Seen> SeenAsync(this TestSite site, Guid key) =>
        new(key, (await site.Service<IContentStore>().ReadAsync(store => store.FindAsync(key), Cancellation))!.Version, "ana");

    private static ContentEditing Editing(this TestSite site) => new(site.Service<ContentWriter>(), site.Service<ContentValidation>());

    private static ContentTree Tree(this TestSite site) => new(site.Service<ContentWriter>(), site.Service<ContentValidation>());

    private static WriteResult.Done Done(WriteResult result) =>
        result as WriteResult.Done ?? throw new InvalidOperationException(result is WriteResult.Invalid invalid ? string.Join('\n', invalid.Problems) : result.ToString());
}
