namespace Repository.Web.Media.Renditions.Keeping;

/// <summary>Reads the cache's folder once, beside everything else: a large one takes a moment, and nobody need wait for it.</summary>
internal sealed partial class RenditionKeeping(RenditionCache cache, ILogger<RenditionKeeping> log) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(Read, CancellationToken.None);

    private void Read()
    {
        try
        {
            cache.Read();
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException)
        {
            // Originals need no cache: the site is served without it.
            LogUnread(broken.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The folder of renditions could not be read: {Reason}")]
    private partial void LogUnread(string reason);
}
