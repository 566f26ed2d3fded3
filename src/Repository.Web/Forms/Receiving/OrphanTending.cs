using Repository.Core.Forms.Entries;
using Repository.Storage.Forms;
using Repository.Web.Operations;

namespace Repository.Web.Forms.Receiving;

/// <summary>Erases files that came in for an entry and that none names: somebody gave up between two pages, or the program was ended in between.</summary>
internal sealed class OrphanTending(EntryFiles files, IEntryStore entries, TimeProvider clock, ILogger<OrphanTending> log) : BackgroundService
{
    private const int AtOnce = 200;

    private static readonly TimeSpan Beat = TimeSpan.FromHours(1);

    /// <summary>Twice what a page waits for: no entry can name them any more.</summary>
    private static readonly TimeSpan Age = FormTickets.Life * 2;

    public async Task RunAsync(CancellationToken cancellation)
    {
        foreach (var some in files.OlderThan(clock.GetUtcNow() - Age).Chunk(AtOnce))
        {
            foreach (var orphan in await entries.UnnamedFilesAsync(some, cancellation)) files.Erase(orphan);
        }
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => new Heartbeat(log).RunAsync(RunAsync, Beat, clock, stoppingToken);
}
