using System.Collections.Immutable;
using System.Threading.Channels;
using Repository.Core.Forms;
using Repository.Core.Forms.Entries;
using Repository.Core.Forms.Mail;

namespace Repository.Web.Forms.Receiving;

/// <summary>
/// Sees to it that everybody who has something to do with an entry does it: what is awaited stands with the entry until it is done. One of them failing keeps
/// nobody else from theirs, and is tried again later.
/// </summary>
internal sealed partial class Arrivals(IEnumerable<IArrival> arrivals, IEntryArrivals awaited, IEntryStore entries, FormBook book, TimeProvider clock, ILogger<Arrivals> log)
{
    private const int AtOnce = 500;

    /// <summary>How long an arrival belongs to the node that took it.</summary>
    private static readonly TimeSpan Hold = TimeSpan.FromMinutes(1);

    private readonly ImmutableArray<IArrival> _arrivals = [.. arrivals];
    private readonly Channel<bool> _news = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public ImmutableArray<string> AwaitedBy(FormDefinition form) => [.. _arrivals.Where(arrival => arrival.Awaits(form)).Select(arrival => arrival.Name)];

    /// <summary>Something was kept that waits: whoever follows need not wait for the next beat.</summary>
    public void Tell() => _news.Writer.TryWrite(true);

    public Task HearAsync(CancellationToken cancellation) => _news.Reader.ReadAsync(cancellation).AsTask();

    /// <summary>Does all that is due by now.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        ImmutableArray<AwaitedArrival> due;
        do
        {
            var now = clock.GetUtcNow();
            due = await awaited.TakeDueAsync(now, now + Hold, AtOnce, cancellation);
            await ArriveAsync(due, cancellation);
        }
        while (due.Length == AtOnce);
    }

    /// <summary>Does now what is awaited of one entry.</summary>
    public async Task RunAsync(Guid entry, CancellationToken cancellation) => await ArriveAsync(await awaited.TakeOfAsync(entry, clock.GetUtcNow() + Hold, cancellation), cancellation);

    private async Task ArriveAsync(ImmutableArray<AwaitedArrival> taken, CancellationToken cancellation)
    {
        var done = new List<DoneArrival>();
        foreach (var arrival in taken)
        {
            if (await TryAsync(arrival, cancellation) is { } letters) done.Add(new DoneArrival(arrival, letters));
            else await awaited.PutOffAsync(arrival, ArrivalRetry.Next(arrival.Attempts, clock.GetUtcNow()), cancellation);
        }

        if (done.Count > 0) await awaited.SettleAsync(done, cancellation);
    }

    private async Task<IReadOnlyList<FormLetter>?> TryAsync(AwaitedArrival arrival, CancellationToken cancellation)
    {
        var entry = arrival.Entry;
        try
        {
            // What somebody put aside meanwhile waits until it is let go.
            return entry.State == EntryState.Quarantined ? null : await Named(arrival.Name).ArriveAsync(new ArrivedEntry(await FormAsync(entry, cancellation), entry), cancellation);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            LogFailure(failure, entry.Folio, arrival.Name, arrival.Attempts);
            return null;
        }
    }

    private IArrival Named(string name) => _arrivals.First(arrival => arrival.Name == name);

    private async Task<FormDefinition> FormAsync(FormEntry entry, CancellationToken cancellation)
    {
        if (book.Find(entry.Form) is { } live && live.Version == entry.FormVersion) return live.Definition;
        return (await entries.VersionsAsync(entry.Form, cancellation)).First(version => version.Number == entry.FormVersion).Definition;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Entry {Folio} is kept, but its arrival ({Arrival}) failed for the time {Attempts} and is tried again")]
    private partial void LogFailure(Exception failure, string folio, string arrival, int attempts);
}
