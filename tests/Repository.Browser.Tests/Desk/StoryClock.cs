namespace Repository.Browser.Tests.Desk;

/// <summary>The time of a story: it goes on as everywhere, and can be moved ahead.</summary>
internal sealed class StoryClock : TimeProvider
{
    private long _ahead;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddTicks(Interlocked.Read(ref _ahead));

    public void Advance(TimeSpan by) => Interlocked.Add(ref _ahead, by.Ticks);
}
