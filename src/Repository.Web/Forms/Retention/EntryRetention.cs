using Repository.Core.Forms.Entries;
using Repository.Storage.Forms;
using Repository.Web.Forms.Results;
using Repository.Web.Operations;

namespace Repository.Web.Forms.Retention;

/// <summary>Erases what people said when its time has come, and the bytes of the files that went with it. Several nodes may do it at once.</summary>
internal sealed partial class EntryRetention(IEntryStore entries, EntryFiles files, ResultPublishing publishing, TimeProvider clock, ILogger<EntryRetention> log) : BackgroundService
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

        // What somebody let be seen of it leaves the page as well.
        if (all > 0) await publishing.RunAsync(cancellation);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => new Heartbeat(log).RunAsync(RunAsync, Beat, clock, stoppingToken);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} entries were erased: their time had come")]
    private partial void LogErased(int count);
}
