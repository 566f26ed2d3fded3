namespace Repository.Core.Accounts;

/// <summary>A link by which the owner of an account chooses a password, once: to take it up, or after it was reset. An account has one at a time.</summary>
public sealed record Invitation(string TokenHash, Guid AccountKey, DateTimeOffset Until, string By)
{
    public bool IsOpen(DateTimeOffset now) => now < Until;
}
