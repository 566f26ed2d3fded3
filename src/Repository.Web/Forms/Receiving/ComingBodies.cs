namespace Repository.Web.Forms.Receiving;

/// <summary>
/// Bodies with files that are on their way to the disk, where strangers who send slowly hold nobody up. A stranger's has its time, and an address only a few at
/// once, so that whoever never finishes fills no disk. Thread-safe.
/// </summary>
internal sealed class ComingBodies
{
    /// <summary>People behind one address send at the same time, too.</summary>
    public const int MostOfOneAddress = 8;

    /// <summary>A photo by a slow telephone takes its time, and nobody waits for it.</summary>
    private static readonly TimeSpan StrangersTime = TimeSpan.FromMinutes(10);

    private readonly Dictionary<string, int> _coming = new(StringComparer.Ordinal);
    private readonly Lock _turn = new();

    /// <summary>A body that begins to come, until it is disposed; null when there are as many of its address as may be.</summary>
    /// <param name="address">Null where it is not counted.</param>
    public ComingBody? Begin(string? address, bool isStranger, CancellationToken cancellation)
    {
        var time = isStranger ? StrangersTime : Timeout.InfiniteTimeSpan;
        if (address is null) return new ComingBody(static () => { }, time, cancellation);
        var network = SenderPace.Network(address);
        lock (_turn)
        {
            var others = _coming.GetValueOrDefault(network);
            if (others >= MostOfOneAddress) return null;
            _coming[network] = others + 1;
        }

        return new ComingBody(() => End(network), time, cancellation);
    }

    private void End(string network)
    {
        lock (_turn)
        {
            if (--_coming[network] == 0) _coming.Remove(network);
        }
    }
}

/// <summary>A body that is on its way.</summary>
internal sealed class ComingBody : IDisposable
{
    private readonly Action _end;
    private readonly CancellationToken _asked;
    private readonly CancellationTokenSource _time;

    public ComingBody(Action end, TimeSpan time, CancellationToken asked)
    {
        (_end, _asked, _time) = (end, asked, CancellationTokenSource.CreateLinkedTokenSource(asked));
        _time.CancelAfter(time);
    }

    /// <summary>Ends when its time is over, too.</summary>
    public CancellationToken Time => _time.Token;

    /// <summary>Is its time over, while whoever sends it is still there?</summary>
    public bool IsLate => _time.IsCancellationRequested && !_asked.IsCancellationRequested;

    public void Dispose()
    {
        _time.Dispose();
        _end();
    }
}
