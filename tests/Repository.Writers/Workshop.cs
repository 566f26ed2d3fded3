using Microsoft.Extensions.Logging.Abstractions;
using Repository.Core.Content;
using Repository.Core.Publishing;
using Repository.Core.Schema;
using Repository.Web.Live;
using Repository.Web.Operations;

namespace Repository.Writers;

/// <summary>What all writers of one process share: the open installation, the use cases over it, and the keys of the pages they know of.</summary>
internal sealed class Workshop : IAsyncDisposable
{
    public const string Culture = "es-MX";

    private readonly Installation _installation;
    private readonly LiveContent _live;
    private readonly Lock _knowing = new();
    private readonly List<Guid> _pages = [];

    private Workshop(Installation installation)
    {
        _installation = installation;
        _live = new LiveContent(installation.Store, installation.Schema, installation.Editors, drafts: false, NullLogger<LiveContent>.Instance);
        var writer = new ContentWriter(installation.Store, _live, installation.Clock);
        Editing = new ContentEditing(writer, installation.Validation);
        Tree = new ContentTree(writer, installation.Validation);
        Publishing = new ContentPublishing(writer, installation.Validation);
    }

    public ContentEditing Editing { get; }

    public ContentTree Tree { get; }

    public ContentPublishing Publishing { get; }

    public long Served => _live.Current.Cursor;

    public ContentType PageType => _installation.Schema.DocumentType("page")!;

    public static async Task<Workshop> OpenAsync(RepositoryOptions options)
    {
        var workshop = new Workshop(await Installation.OpenAsync(options, TimeProvider.System, default));
        await workshop._live.LoadAsync(default);
        return workshop;
    }

    public Task FollowAsync() => _live.FollowAsync(default);

    public Task<T> AskAsync<T>(Func<IContentReader, Task<T>> question) => _installation.Store.ReadAsync(question, default);

    /// <summary>Content as it will be stored.</summary>
    public ItemContent Normal(ItemContent content) => _installation.Validation.Read(PageType, content).Content;

    public async Task LearnPagesAsync()
    {
        await foreach (var record in _installation.Store.ReadItemsAsync(new ItemSelection(Drafts: true), default))
        {
            if (record.Item.Type == PageType.Alias) Know(record.Item.Key);
        }
    }

    public void Know(Guid page)
    {
        lock (_knowing) _pages.Add(page);
    }

    public void Forget(Guid page)
    {
        lock (_knowing) _pages.Remove(page);
    }

    public Guid? AnyPage(Random random)
    {
        lock (_knowing) return _pages.Count == 0 ? null : _pages[random.Next(_pages.Count)];
    }

    public async ValueTask DisposeAsync()
    {
        _live.Dispose();
        await _installation.DisposeAsync();
    }
}
