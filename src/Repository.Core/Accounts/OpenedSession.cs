namespace Repository.Core.Accounts;

internal static class OpenedSession
{
    /// <summary>A new session with a token nobody knows yet, in the place of the one there was.</summary>
    public static async Task<SignInResult.Admitted> OpenAsync(
        this IAccountTransaction accounts, Account account, Visitor visitor, bool withFactor, Session? former, AccountPolicy policy, DateTimeOffset now)
    {
        if (former is not null) await accounts.EndSessionAsync(former.Key);
        var token = SecretToken.New();
        var session = new Session(Guid.NewGuid(), account.Key, SecretToken.Hash(token), now, now, visitor) { WithFactor = withFactor };
        await accounts.AddSessionAsync(session);
        return new SignInResult.Admitted(token, new Admission(account, session, policy.StandingOf(account, session)));
    }
}
