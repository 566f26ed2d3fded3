namespace Repository.Web.Forms.Wire;

/// <summary>
/// How many bodies with files are in memory at once. Programs with the key and pages with a token have places of their own, so that strangers who never finish
/// what they send keep no program waiting; a stranger's body has its time. Thread-safe.
/// </summary>
internal sealed class LargeBodies : IDisposable
{
    private const int Places = 2;

    private static readonly TimeSpan Queue = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan StrangersTime = TimeSpan.FromMinutes(3);

    private readonly SemaphoreSlim _programs = new(Places);
    private readonly SemaphoreSlim _strangers = new(Places);

    public void Dispose()
    {
        _programs.Dispose();
        _strangers.Dispose();
    }

    /// <summary>A place to read a body in, given back when it is disposed; null when none became free for a while.</summary>
    public async Task<Place?> TakeAsync(bool hasKey, CancellationToken cancellation)
    {
        var places = hasKey ? _programs : _strangers;
        return await places.WaitAsync(Queue, cancellation) ? new Place(places, hasKey ? Timeout.InfiniteTimeSpan : StrangersTime, cancellation) : null;
    }

    internal sealed class Place : IDisposable
    {
        private readonly SemaphoreSlim _places;
        private readonly CancellationTokenSource _time;

        public Place(SemaphoreSlim places, TimeSpan time, CancellationToken cancellation)
        {
            _places = places;
            _time = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            _time.CancelAfter(time);
        }

        /// <summary>Until when the body must have come.</summary>
        public CancellationToken Time => _time.Token;

        public void Dispose()
        {
            _time.Dispose();
            _places.Release();
        }
    }
}
