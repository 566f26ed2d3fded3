using System.Diagnostics;

namespace Repository.Testing;

/// <summary>Asks until something holds. The end of patience is for what is broken, not for what is slow.</summary>
public static class Patience
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    public static async Task UntilAsync(Func<Task<bool>> holds, CancellationToken cancellation)
    {
        var since = Stopwatch.GetTimestamp();
        while (!await holds())
        {
            if (Stopwatch.GetElapsedTime(since) > Longest) throw new TimeoutException("It never came.");
            await Task.Delay(Pause, cancellation);
        }
    }

    public static Task UntilAsync(Func<bool> holds, CancellationToken cancellation) => UntilAsync(() => Task.FromResult(holds()), cancellation);
}
