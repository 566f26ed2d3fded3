using Repository.Core.Content;
using Repository.Core.Editors;
using Repository.Core.Publishing;
using Repository.Core.Schema;

namespace Repository.Web.Live;

/// <summary>The state of all drafts, for preview. Loaded when the first preview is asked for, then kept in step at each request.</summary>
internal sealed class LiveDrafts(IContentStore store, ContentSchema schema, EditorRegistry editors, ILogger<LiveContent> log) : IDisposable
{
    private readonly LiveContent _drafts = new(store, schema, editors, drafts: true, log);
    private readonly SemaphoreSlim _loading = new(1, 1);
    private bool _loaded;

    public async Task<PublishedSnapshot> CurrentAsync(CancellationToken cancellation)
    {
        await LoadOnceAsync(cancellation);
        await _drafts.ServeAsync(await store.HeadAsync(cancellation), cancellation);
        return _drafts.Current;
    }

    public void Dispose()
    {
        _drafts.Dispose();
        _loading.Dispose();
    }

    private async Task LoadOnceAsync(CancellationToken cancellation)
    {
        if (Volatile.Read(ref _loaded)) return;
        await _loading.WaitAsync(cancellation);
        try
        {
            if (_loaded) return;
            await _drafts.LoadAsync(cancellation);
            Volatile.Write(ref _loaded, true);
        }
        finally
        {
            _loading.Release();
        }
    }
}
