namespace Repository.Web.Media.Renditions.Keeping;

/// <summary>Reads the cache's folder once, beside everything else: a large one takes a moment, and nobody need wait for it.</summary>
internal sealed class RenditionKeeping(RenditionCache cache) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(cache.Read, stoppingToken);
}
