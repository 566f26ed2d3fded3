using Repository.Web.Operations;

namespace Repository.Web.Live;

/// <summary>Opens the search index beside the content that is already served, and saves it now and then and at the end.</summary>
internal sealed class IndexKeeping(LiveContent live, TimeProvider clock, ILogger<IndexKeeping> log) : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(30);

    private bool _open;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await new Heartbeat(log).RunAsync(KeepAsync, Beat, clock, stoppingToken);
        await live.SaveIndexAsync(CancellationToken.None);
    }

    /// <summary>While it cannot be had, content is served without it.</summary>
    private async Task KeepAsync(CancellationToken cancellation)
    {
        if (!_open) await live.OpenIndexAsync(cancellation);
        _open = true;
        await live.SaveIndexAsync(cancellation);
    }
}
