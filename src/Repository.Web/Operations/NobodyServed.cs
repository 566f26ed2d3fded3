using Repository.Core.Publishing;

namespace Repository.Web.Operations;

/// <summary>For commands that write and serve nobody: the serving processes follow the change log by themselves.</summary>
internal sealed class NobodyServed : ILiveContent
{
    public Task ServeAsync(long seq, CancellationToken cancellation) => Task.CompletedTask;
}
