namespace Repository.Core.Accounts;

/// <summary>
/// How many wrong passwords and codes an account bears. One address is stopped at ten in a minute (429), so it takes several of them, or patience, to shut an account to its owner.
/// </summary>
public static class Lockout
{
    public const int MostFailures = 15;

    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(15);

    public static bool IsShut(this Account account, DateTimeOffset now) => account.ShutUntil > now;

    public static Account AfterFailure(this Account account, DateTimeOffset now) => account.Failures + 1 < MostFailures
        ? account with { Failures = account.Failures + 1 }
        : account with { Failures = 0, ShutUntil = now + Pause };

    public static Account AfterSuccess(this Account account, DateTimeOffset now) => account with { Failures = 0, ShutUntil = null, SignedInAt = now };
}
