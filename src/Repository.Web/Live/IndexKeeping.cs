namespace Repository.Web.Live;

/// <summary>Opens the search index beside the content that is already served, and saves it now and then and at the end.</summary>
internal sealed partial class IndexKeeping(LiveContent live, TimeProvider clock, ILogger<IndexKeeping> log) : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(30);

    private bool _open;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Beat, clock);
        try
        {
            do await KeepAsync(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await live.SaveIndexAsync(CancellationToken.None);
        }
    }

    private async Task KeepAsync(CancellationToken cancellation)
    {
        try
        {
            if (!_open) await live.OpenIndexAsync(cancellation);
            _open = true;
            await live.SaveIndexAsync(cancellation);
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            // Content is served without it; the next beat tries again.
            LogFailed(failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The search index cannot be opened or saved")]
    private partial void LogFailed(Exception failure);
}
