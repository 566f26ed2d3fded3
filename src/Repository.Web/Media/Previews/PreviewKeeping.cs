using Repository.Core.Content;

namespace Repository.Web.Media.Previews;

/// <summary>
/// Looks after previews while the program runs: once after every start, and whenever the change log tells of media. Nothing waits for it. Where a tool is
/// missing it looks now and then whether it has come.
/// </summary>
internal sealed partial class PreviewKeeping(IContentStore store, PreviewTending tending, TimeProvider clock, ILogger<PreviewKeeping> log) : BackgroundService
{
    private const int LinesAtOnce = 1_000;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(30);

    private readonly HashSet<Guid> _open = [];
    private readonly HashSet<Guid> _waiting = [];
    private long _cursor = -1;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ReadAsync(stoppingToken);
                await TendAsync(stoppingToken);
                await WaitAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                // Previews can wait; the program may not end for them.
                // Asked to stop meanwhile, this ends at the top of the loop: an exception from here would end the program with it.
                LogFailed(failure.Message);
                await Task.Delay(Pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>At first everything, then what changed.</summary>
    private async Task ReadAsync(CancellationToken stoppingToken)
    {
        if (_cursor < 0)
        {
            var head = await store.HeadAsync(stoppingToken);
            _open.UnionWith(await tending.OriginalsAsync(stoppingToken));
            _cursor = head;
        }

        while (await store.ChangesAsync(_cursor, LinesAtOnce, stoppingToken) is { Count: > 0 } lines)
        {
            _open.UnionWith(lines.Where(line => line.ItemKind == ItemKind.Media).Select(line => line.Key));
            _cursor = lines[^1].Seq;
        }
    }

    private async Task TendAsync(CancellationToken stoppingToken)
    {
        foreach (var key in _open.ToList())
        {
            // What breaks at one is looked at again when it changes; those behind it do not wait for that.
            _open.Remove(key);
            if (await tending.TendAsync(key, stoppingToken) == PreviewState.Waiting) _waiting.Add(key);
        }
    }

    private async Task WaitAsync(CancellationToken stoppingToken)
    {
        using var looking = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        var change = store.WaitForChangeAsync(_cursor, looking.Token);
        if (_waiting.Count == 0) await change;
        else await Task.WhenAny(change, Task.Delay(LookAgain, clock, looking.Token));
        await looking.CancelAsync();
        _open.UnionWith(_waiting);
        _waiting.Clear();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Previews could not be looked after: {Reason}")]
    private partial void LogFailed(string reason);
}
