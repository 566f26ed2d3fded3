using Repository.Core.Content;
using Repository.Web.Operations;

namespace Repository.Web.Media.Previews;

/// <summary>
/// Looks after previews while the program runs: once after every start, and whenever the change log tells of media. Nothing waits for it. Where a tool is
/// missing it looks now and then whether it has come.
/// </summary>
internal sealed class PreviewKeeping(IContentStore store, PreviewTending tending, TimeProvider clock, ILogger<PreviewKeeping> log) : BackgroundService
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
        await new Heartbeat(log).RunAsync(KeepAsync, Pause, clock, stoppingToken);
    }

    private async Task KeepAsync(CancellationToken cancellation)
    {
        if (_cursor >= 0 && _open.Count == 0) await WaitAsync(cancellation);
        await ReadAsync(cancellation);
        await TendAsync(cancellation);
    }

    /// <summary>At first everything, then what changed.</summary>
    private async Task ReadAsync(CancellationToken cancellation)
    {
        if (_cursor < 0)
        {
            var head = await store.HeadAsync(cancellation);
            _open.UnionWith(await tending.OriginalsAsync(cancellation));
            _cursor = head;
        }

        while (await store.ChangesAsync(_cursor, LinesAtOnce, cancellation) is { Count: > 0 } lines)
        {
            _open.UnionWith(lines.Where(line => line.ItemKind == ItemKind.Media).Select(line => line.Key));
            _cursor = lines[^1].Seq;
        }
    }

    private async Task TendAsync(CancellationToken cancellation)
    {
        foreach (var key in _open.ToList())
        {
            // What breaks at one is looked at again when it changes; those behind it do not wait for that.
            _open.Remove(key);
            if (await tending.TendAsync(key, cancellation) == PreviewState.Waiting) _waiting.Add(key);
        }
    }

    private async Task WaitAsync(CancellationToken cancellation)
    {
        using var looking = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var change = store.WaitForChangeAsync(_cursor, looking.Token);
        if (_waiting.Count == 0) await change;
        else await Task.WhenAny(change, Task.Delay(LookAgain, clock, looking.Token));
        await looking.CancelAsync();
        _open.UnionWith(_waiting);
        _waiting.Clear();
    }
}
