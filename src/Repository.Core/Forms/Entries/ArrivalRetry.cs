namespace Repository.Core.Forms.Entries;

/// <summary>When what failed about an entry is tried again: soon at first, then ever later, and never given up. Pure.</summary>
public static class ArrivalRetry
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <param name="attempts">How often it has been tried, this time included.</param>
    public static DateTimeOffset Next(int attempts, DateTimeOffset now) => now + TimeSpan.FromTicks(Math.Min(Longest.Ticks, First.Ticks << Math.Clamp(attempts - 1, 0, 20)));
}
