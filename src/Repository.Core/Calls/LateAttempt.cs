namespace Repository.Core.Calls;

/// <summary>Somebody tried to send an application when the time was over: that they did and when, and nothing of what they wrote or who they are.</summary>
/// <param name="Key">The same attempt, sent again, is one.</param>
public sealed record LateAttempt(Guid Key, Guid Call, DateTimeOffset At)
{
    /// <summary>So many are kept of each call; whoever sends more than that wants to fill the disk.</summary>
    public const int Most = 500;
}
