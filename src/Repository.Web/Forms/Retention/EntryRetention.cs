using Repository.Core.Content;
using Repository.Core.Forms.Entries;
using Repository.Storage.Forms;

namespace Repository.Web.Forms.Retention;

/// <summary>Erases what people said when its time has come, and the bytes of the files that went with it. Several nodes may do it at once.</summary>
internal sealed partial class EntryRetention(IEntryStore entries, EntryFiles files, TimeProvider clock, ILogger<EntryRetention> log) : BackgroundService
{
    private const int AtOnce = 200;

    private static readonly TimeSpan Beat = TimeSpan.FromMinutes(10);

    /// <summary>Erases everything that is due by now.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        int erased, all = 0;
        do
        {
            erased = await entries.EraseDueAsync(now, AtOnce, cancellation);
            all += erased;
        }
        while (erased == AtOnce);
        if (all > 0) LogErased(all);

        while (await entries.FilesToEraseAsync(AtOnce, cancellation) is { IsEmpty: false } due)
        {
            foreach (var file in due) files.Erase(file);
            await entries.FilesErasedAsync(due, cancellation);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Beat, clock);
        do
        {
            try
            {
                await RunAsync(stoppingToken);
            }
            catch (StoreUnavailableException unavailable)
            {
                LogUnavailable(unavailable.Message);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                // The line in form_file_erasure stays, so it is tried again.
                LogFailed(failure);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} entries were erased: their time had come")]
    private partial void LogErased(int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Cannot look for entries to erase: {Reason}")]
    private partial void LogUnavailable(string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "A file of an erased entry could not be removed and is tried again")]
    private partial void LogFailed(Exception failure);
}
