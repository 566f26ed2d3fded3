using Repository.Core.Content;

namespace Repository.Web.Operations;

/// <summary>
/// Does something again and again while the program runs. What fails is told and tried again at the next beat: it neither takes the program down nor ends
/// unheard. Asked to stop, with the program or alone, it ends as if nothing were the matter.
/// </summary>
internal sealed partial class Heartbeat(ILogger log)
{
    private (Type Kind, string Message)? _trouble;

    public Task RunAsync(Func<CancellationToken, Task> work, TimeSpan beat, TimeProvider clock, CancellationToken stopping) =>
        RunAsync(work, cancellation => Task.Delay(beat, clock, cancellation), stopping);

    /// <param name="pause">What is waited for before the work is done again. It only waits: whatever may fail belongs into the work.</param>
    public async Task RunAsync(Func<CancellationToken, Task> work, Func<CancellationToken, Task> pause, CancellationToken stopping)
    {
        try
        {
            while (true)
            {
                await TryAsync(work, stopping);
                await pause(stopping);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // An exception here would end the program, also when only this service was asked to stop.
        }
    }

    private async Task TryAsync(Func<CancellationToken, Task> work, CancellationToken stopping)
    {
        try
        {
            await work(stopping);
            _trouble = null;
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !stopping.IsCancellationRequested)
        {
            // An outage lasts many beats, and is one line.
            var trouble = (failure.GetType(), failure.Message);
            if (_trouble == trouble) return;
            _trouble = trouble;
            if (failure is StoreUnavailableException) LogUnavailable(failure.Message);
            else LogFailed(failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "This waits until the store can be reached: {Reason}")]
    private partial void LogUnavailable(string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "This failed and is tried again at the next beat")]
    private partial void LogFailed(Exception failure);
}
