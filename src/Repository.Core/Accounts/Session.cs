namespace Repository.Core.Accounts;

/// <summary>Somebody who came in at one browser. Of what the browser shows only the hash is kept: whoever reads the database cannot become anybody.</summary>
/// <param name="Key">Names the session where it is listed; it opens nothing.</param>
public sealed record Session(Guid Key, Guid AccountKey, string TokenHash, DateTimeOffset At, DateTimeOffset SeenAt, Visitor Visitor)
{
    /// <summary>How rarely it is written down that somebody is still there.</summary>
    public static readonly TimeSpan Glance = TimeSpan.FromMinutes(1);

    /// <summary>Did a code of the second factor open it?</summary>
    public bool WithFactor { get; init; }

    /// <summary>The sealed secret that is being set up, until a code shows that the other side has it.</summary>
    public string PendingFactor { get; init; } = "";
}

/// <summary>Where somebody comes from: address and browser, as they say themselves.</summary>
public sealed record Visitor(string Address, string Agent)
{
    private const int Longest = 300;

    public static readonly Visitor Terminal = new("", "terminal");

    public static Visitor Of(string address, string agent) => new(address, agent.Length > Longest ? agent[..Longest] : agent);
}

/// <summary>How far in somebody is.</summary>
public enum Standing
{
    /// <summary>The password was right, the code is still to come.</summary>
    AwaitsCode,

    /// <summary>May set up a second factor, and nothing else before.</summary>
    MustEnrol,

    Whole,
}

/// <summary>An open session and whose it is, as of this request.</summary>
public sealed record Admission(Account Account, Session Session, Standing Standing);
