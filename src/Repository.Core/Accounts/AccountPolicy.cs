using Repository.Core.Workflow;

namespace Repository.Core.Accounts;

/// <summary>What an installation asks of those who work in it.</summary>
/// <param name="Idle">A session in which nothing happens ends after this.</param>
/// <param name="Longest">Every session ends after this.</param>
/// <param name="EventsKept">How long it is remembered who came in, from where, and what was done to an account.</param>
public sealed record AccountPolicy(bool FactorRequired, TimeSpan Idle, TimeSpan Longest, TimeSpan EventsKept)
{
    public static readonly AccountPolicy Default = new(FactorRequired: true, TimeSpan.FromHours(2), TimeSpan.FromHours(12), TimeSpan.FromDays(180));

    /// <summary>Between password and code.</summary>
    public static readonly TimeSpan HalfWay = TimeSpan.FromMinutes(15);

    public static readonly TimeSpan InvitationLife = TimeSpan.FromDays(7);

    /// <summary>Whoever can make something public, or give others the right to, needs more than a password.</summary>
    public bool DemandsFactor(Account account) => FactorRequired && (account.Holds(Role.Publisher) || account.Holds(Role.Administrator));

    /// <summary>Asked at every request: a right that was given or taken meanwhile counts at once.</summary>
    public Standing StandingOf(Account account, Session session) =>
        account.HasFactor ? session.WithFactor ? Standing.Whole : Standing.AwaitsCode
        : DemandsFactor(account) ? Standing.MustEnrol : Standing.Whole;

    public bool IsOver(Session session, Standing standing, DateTimeOffset now) =>
        now - session.SeenAt > Idle || now - session.At > (standing == Standing.Whole ? Longest : HalfWay);
}
