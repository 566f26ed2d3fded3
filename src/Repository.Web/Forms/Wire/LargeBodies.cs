namespace Repository.Web.Forms.Wire;

/// <summary>How many whole bodies with files are in memory at once. Programs with the key have places of their own. Thread-safe.</summary>
internal sealed class LargeBodies : IDisposable
{
    private const int Places = 2;

    private static readonly TimeSpan Queue = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _programs = new(Places);
    private readonly SemaphoreSlim _strangers = new(Places);

    public void Dispose()
    {
        _programs.Dispose();
        _strangers.Dispose();
    }

    /// <summary>A place, given back when it is disposed; null when none became free for a while.</summary>
    public async Task<Place?> TakeAsync(bool hasKey, CancellationToken cancellation)
    {
        var places = hasKey ? _programs : _strangers;
        return await places.WaitAsync(Queue, cancellation) ? new Place(places) : null;
    }

    internal sealed class Place(SemaphoreSlim places) : IDisposable
    {
        public void Dispose() => places.Release();
    }
}
