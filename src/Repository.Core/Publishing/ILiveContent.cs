namespace Repository.Core.Publishing;

/// <summary>What this node serves. A use case that has committed waits here, so that whoever wrote sees the result at the next request.</summary>
public interface ILiveContent
{
    /// <summary>Returns when this node serves the state of a line of the change log, or a later one.</summary>
    Task ServeAsync(long seq, CancellationToken cancellation);
}
