using Repository.Web.Operations;

namespace Repository.Web.Forms;

/// <summary>Sees within a second when another process has put a form into force.</summary>
internal sealed class FormFollowing(FormBook book, TimeProvider clock, ILogger<FormFollowing> log) : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => new Heartbeat(log).RunAsync(book.RefreshAsync, Beat, clock, stoppingToken);
}
