using Repository.Web.Operations;

namespace Repository.Web.Live;

/// <summary>Keeps the published snapshot following the change log while the program runs.</summary>
internal sealed class ChangeFollowing(LiveContent live, TimeProvider clock, ILogger<ChangeFollowing> log) : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => new Heartbeat(log).RunAsync(live.FollowAsync, Beat, clock, stoppingToken);
}
