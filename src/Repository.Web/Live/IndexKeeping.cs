namespace Repository.Web.Live;

/// <summary>Opens the search index beside the content that is already served, and saves it now and then and at the end.</summary>
internal sealed partial class IndexKeeping(LiveContent live, TimeProvider clock, ILogger<IndexKeeping> log) : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Beat, clock);
        var open = false;
        do
        {
            try
            {
                if (!open) await live.OpenIndexAsync(stoppingToken);
                open = true;
                await live.SaveIndexAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // Content is served without it; the next beat tries again.
                LogFailed(failure);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await live.SaveIndexAsync(cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The search index cannot be opened or saved")]
    private partial void LogFailed(Exception failure);
}
