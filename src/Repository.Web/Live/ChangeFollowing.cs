namespace Repository.Web.Live;

/// <summary>Keeps the published snapshot following the change log while the program runs.</summary>
internal sealed class ChangeFollowing(LiveContent live) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => live.FollowAsync(stoppingToken);
}
