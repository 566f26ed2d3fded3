using Repository.Web.Operations;

namespace Repository.Web.Forms.Receiving;

/// <summary>
/// Follows what is kept: at once what this process took in, within a beat what another one left behind. Under many entries some come together, so that what
/// is done about them is written once for all.
/// </summary>
internal sealed class ArrivalFollowing(Arrivals arrivals, TimeProvider clock, ILogger<ArrivalFollowing> log) : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(200);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => new Heartbeat(log).RunAsync(arrivals.RunAsync, PauseAsync, stoppingToken);

    private async Task PauseAsync(CancellationToken cancellation)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await Task.WhenAny(arrivals.HearAsync(over.Token), Task.Delay(Beat, clock, over.Token));
        await over.CancelAsync();
        await Task.Delay(Gathering, clock, cancellation);
    }
}
