using Repository.Core.Content;
using Repository.Core.Publishing;
using Repository.Web.Operations;

namespace Repository.Web.Live;

/// <summary>Publishes and withdraws what is planned, within a second of its time.</summary>
internal sealed partial class ScheduledPublishing(IContentStore store, ContentPublishing publishing, TimeProvider clock, ILogger<ScheduledPublishing> log) : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(500);

    /// <summary>Tried again at every beat, but told once.</summary>
    private readonly HashSet<Schedule> _failed = [];

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => new Heartbeat(log).RunAsync(RunAsync, Beat, clock, stoppingToken);

    /// <summary>Does what is due by now, and says how each ended.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (await store.ReadAsync(reader => reader.NextDueAsync(), cancellation) is not { } next || next > now) return;
        foreach (var (schedule, result, failure) in await publishing.RunDueAsync(now, cancellation))
        {
            if (result is WriteResult.Done) LogDone(schedule.Action, schedule.ItemKey, schedule.Culture);
            else if (failure is null) LogRefused(schedule.Action, schedule.ItemKey, schedule.Culture);
            else if (_failed.Add(schedule)) LogPlanFailed(failure, schedule.Action, schedule.ItemKey, schedule.Culture);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Scheduled {Action} of {Item} ({Culture}) done")]
    private partial void LogDone(ScheduledAction action, Guid item, string culture);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Scheduled {Action} of {Item} ({Culture}) was refused: the draft is not fit to be published")]
    private partial void LogRefused(ScheduledAction action, Guid item, string culture);

    [LoggerMessage(Level = LogLevel.Error, Message = "Scheduled {Action} of {Item} ({Culture}) failed and stays planned")]
    private partial void LogPlanFailed(Exception failure, ScheduledAction action, Guid item, string culture);
}
