namespace Repository.Specs.Forms;

/// <summary>The machine's time, and as much more as a test lets pass.</summary>
internal sealed class FormClock : TimeProvider
{
    public TimeSpan Ahead { get; set; }

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Ahead;
}
