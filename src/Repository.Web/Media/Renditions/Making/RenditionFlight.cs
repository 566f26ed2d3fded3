using Repository.Web.Media.Renditions.Keeping;

namespace Repository.Web.Media.Renditions.Making;

/// <summary>One rendition on its way, however many wait for it.</summary>
internal sealed class RenditionFlight
{
    private readonly TaskCompletionSource<Rendition?> _landed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<Rendition?> Landed => _landed.Task;

    /// <summary>Changed by the one who holds the lock of all flights.</summary>
    public int Waiting { get; set; }

    public void Land(Rendition? rendition) => _landed.TrySetResult(rendition);
}
