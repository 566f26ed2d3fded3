namespace Repository.Web.Forms.Receiving;

/// <summary>
/// Those who open and send forms take turns: however many come at once, only a few of them stand in the line that all requests wait in, so whoever reads the
/// site waits behind a few. A turn lasts from one wait to the next: what is still on its way, or on its way to the disk, holds nobody up.
/// </summary>
internal sealed class FormTurns
{
    private readonly TaskScheduler _opening = Line(Environment.ProcessorCount);

    /// <summary>Sending takes longer than opening, and half of the cores are enough for it.</summary>
    private readonly TaskScheduler _sending = Line(Math.Max(1, Environment.ProcessorCount / 2));

    public Task OpenAsync(Func<Task> work) => TakeAsync(work, _opening);

    public Task SendAsync(Func<Task> work) => TakeAsync(work, _sending);

    private static Task TakeAsync(Func<Task> work, TaskScheduler line) =>
        Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.DenyChildAttach, line).Unwrap();

    /// <summary>After each turn whoever is next stands behind everybody else who is waiting by then.</summary>
    private static TaskScheduler Line(int most) => new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, most, maxItemsPerTask: 1).ConcurrentScheduler;
}
