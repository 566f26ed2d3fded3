namespace Repository.Storage;

/// <summary>Wakes everyone who waits for a change. Thread-safe; take <see cref="Next"/> before looking, so that nothing slips between.</summary>
internal sealed class ChangeSignal
{
    private volatile TaskCompletionSource _next = Fresh();

    public Task Next => _next.Task;

    public void Pulse() => Interlocked.Exchange(ref _next, Fresh()).SetResult();

    // Continuations run elsewhere: a writer does not do its readers' work.
    private static TaskCompletionSource Fresh() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
