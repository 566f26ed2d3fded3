using Repository.Core.Content;

namespace Repository.Web.Forms;

/// <summary>Sees within a second when another process has put a form into force.</summary>
internal sealed partial class FormFollowing(FormBook book, TimeProvider clock, ILogger<FormFollowing> log) : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Beat, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await book.RefreshAsync(stoppingToken);
            }
            catch (StoreUnavailableException unavailable)
            {
                LogUnavailable(unavailable.Message);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Cannot look for changed forms: {Reason}")]
    private partial void LogUnavailable(string reason);
}
