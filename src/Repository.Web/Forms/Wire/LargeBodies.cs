using Repository.Web.Forms.Receiving;

namespace Repository.Web.Forms.Wire;

/// <summary>
/// How many bodies with files are on their way, and how many in memory. Until one is whole it waits on the disk: strangers who send slowly, or never finish,
/// hold nobody up. A stranger's body has its time, and an address only a few on their way; programs with the key have places of their own. Thread-safe.
/// </summary>
internal sealed class LargeBodies : IDisposable
{
    private const int Places = 2;

    /// <summary>People behind one address send at the same time, too.</summary>
    private const int MostOfOneAddress = 4;

    private static readonly TimeSpan Queue = TimeSpan.FromMinutes(1);

    /// <summary>A photo by a slow telephone takes its time, and nobody waits for it.</summary>
    private static readonly TimeSpan StrangersTime = TimeSpan.FromMinutes(10);

    private readonly SemaphoreSlim _programs = new(Places);
    private readonly SemaphoreSlim _strangers = new(Places);
    private readonly Dictionary<string, int> _coming = new(StringComparer.Ordinal);
    private readonly Lock _turn = new();

    public void Dispose()
    {
        _programs.Dispose();
        _strangers.Dispose();
    }

    /// <summary>A body that begins to come, until it is disposed; null when there are as many of its address as may be.</summary>
    /// <param name="stranger">The address of whoever has no key.</param>
    public Coming? Begin(string? stranger, CancellationToken cancellation)
    {
        if (stranger is null) return new Coming(static () => { }, Timeout.InfiniteTimeSpan, cancellation);
        var network = SenderPace.Network(stranger);
        lock (_turn)
        {
            var others = _coming.GetValueOrDefault(network);
            if (others >= MostOfOneAddress) return null;
            _coming[network] = others + 1;
        }

        return new Coming(() => End(network), StrangersTime, cancellation);
    }

    /// <summary>A place to have a whole body in memory, given back when it is disposed; null when none became free for a while.</summary>
    public async Task<Place?> TakeAsync(bool hasKey, CancellationToken cancellation)
    {
        var places = hasKey ? _programs : _strangers;
        return await places.WaitAsync(Queue, cancellation) ? new Place(places) : null;
    }

    private void End(string network)
    {
        lock (_turn)
        {
            if (--_coming[network] == 0) _coming.Remove(network);
        }
    }

    internal sealed class Coming : IDisposable
    {
        private readonly Action _end;
        private readonly CancellationTokenSource _time;

        public Coming(Action end, TimeSpan time, CancellationToken cancellation)
        {
            (_end, _time) = (end, CancellationTokenSource.CreateLinkedTokenSource(cancellation));
            _time.CancelAfter(time);
        }

        /// <summary>Until when the body must have come.</summary>
        public CancellationToken Time => _time.Token;

        public void Dispose()
        {
            _time.Dispose();
            _end();
        }
    }

    internal sealed class Place(SemaphoreSlim places) : IDisposable
    {
        public void Dispose() => places.Release();
    }
}
