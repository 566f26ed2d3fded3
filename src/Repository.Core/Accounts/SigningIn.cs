namespace Repository.Core.Accounts;

/// <summary>
/// Coming in, being known again, and leaving. A token is new after the password, after the code, and after a new password, so that none which somebody knew before is worth anything after.
/// </summary>
public sealed class SigningIn(IAccountStore store, ISecretKeeping secrets, AccountPolicy policy, TimeProvider clock)
{
    private static readonly SignInResult.Refused Refused = new();

    /// <param name="former">The session the browser came with: it ends.</param>
    public async Task<SignInResult> WithPasswordAsync(string email, string password, Visitor visitor, Session? former, CancellationToken cancellation)
    {
        var found = await store.ReadAsync(reader => reader.FindByEmailAsync(EmailAddress.Normal(email)), cancellation);

        // Outside the transaction, as it takes long; and just as long where there is no account.
        var match = secrets.Match(found?.PasswordHash ?? "", Bounded(password));
        return await store.WriteAsync(
            async accounts =>
            {
                var now = clock.GetUtcNow();
                var account = found is null ? null : await accounts.FindAsync(found.Key);
                var (kind, next) = Judge(account, match != PasswordMatch.No && account?.PasswordHash == found?.PasswordHash, now);
                await accounts.LogAsync(new AccountEvent(now, kind, account?.Key, "", visitor));
                if (next is not null && match == PasswordMatch.Outdated && kind is AccountEventKind.PasswordAccepted or AccountEventKind.SignedIn) next = next! with { PasswordHash = secrets.HashPassword(password) };
                if (next is not null) await accounts.UpdateAsync(next);
                if (kind is not (AccountEventKind.PasswordAccepted or AccountEventKind.SignedIn)) return (SignInResult)Refused;

                await accounts.ForgetAsync(now - policy.EventsKept, now - policy.Idle);
                return await accounts.OpenAsync(next!, visitor, withFactor: false, former, policy, now);
            },
            cancellation);
    }

    /// <summary>The second step: a code of the app, or one of the recovery codes.</summary>
    public Task<SignInResult> WithCodeAsync(Admission half, string code, Visitor visitor, CancellationToken cancellation) => store.WriteAsync(
        async accounts =>
        {
            var now = clock.GetUtcNow();
            if (await accounts.FindSessionAsync(half.Session.TokenHash) is null || await accounts.FindAsync(half.Account.Key) is not { HasFactor: true, State: AccountState.Active } account) return Refused;
            var kind = await JudgeCodeAsync();
            await accounts.LogAsync(new AccountEvent(now, kind, account.Key, "", visitor));
            if (kind is AccountEventKind.WhileShut) return Refused;
            account = kind is AccountEventKind.WrongCode ? account.AfterFailure(now) : account.AfterSuccess(now);
            await accounts.UpdateAsync(account);
            return kind is AccountEventKind.WrongCode ? (SignInResult)Refused : await accounts.OpenAsync(account, visitor, withFactor: true, half.Session, policy, now);

            async Task<AccountEventKind> JudgeCodeAsync()
            {
                if (account.IsShut(now)) return AccountEventKind.WhileShut;
                var digits = string.Concat(code.Where(char.IsAsciiLetterOrDigit));
                if (secrets.Open(account.Factor) is { } secret && Totp.Match(secret, digits, now, account.FactorStep) is { } step)
                {
                    account = account with { FactorStep = step };
                    return AccountEventKind.SignedIn;
                }

                return await accounts.UseRecoveryCodeAsync(account.Key, RecoveryCode.Hash(code)) ? AccountEventKind.SignedInWithRecoveryCode : AccountEventKind.WrongCode;
            }
        },
        cancellation);

    /// <summary>Whose session this is, and how far in they are; null for one that is over, was ended, or never was.</summary>
    public async Task<Admission?> WhoAsync(string token, CancellationToken cancellation)
    {
        var hash = SecretToken.Hash(token);
        var (account, session) = await store.ReadAsync(
            async reader => await reader.FindSessionAsync(hash) is { } found ? (await reader.FindAsync(found.AccountKey), found) : ((Account?)null, (Session?)null),
            cancellation);
        if (account is not { State: AccountState.Active } || session is null) return null;
        var (now, standing) = (clock.GetUtcNow(), policy.StandingOf(account, session));
        if (policy.IsOver(session, standing, now)) return null;
        if (now - session.SeenAt >= Session.Glance) await store.WriteAsync(async accounts => { await accounts.SeeAsync(session.Key, now); return true; }, cancellation);
        return new Admission(account, session, standing);
    }

    public Task LeaveAsync(Admission admission, Visitor visitor, CancellationToken cancellation) => store.WriteAsync(
        async accounts =>
        {
            await accounts.EndSessionAsync(admission.Session.Key);
            await accounts.LogAsync(new AccountEvent(clock.GetUtcNow(), AccountEventKind.SignedOut, admission.Account.Key, "", visitor));
            return true;
        },
        cancellation);

    /// <summary>No password is longer; whatever is would only cost time.</summary>
    private static string Bounded(string password) => password.Length <= PasswordRules.Longest ? password : password[..PasswordRules.Longest] + "…";

    /// <summary>What happened, and the account as it is afterwards; failures are forgotten only when somebody is all the way in.</summary>
    private static (AccountEventKind Kind, Account? Next) Judge(Account? account, bool isRight, DateTimeOffset now) => account switch
    {
        null => (AccountEventKind.UnknownAccount, null),
        { IsLocked: true } => (AccountEventKind.WhileLocked, null),
        _ when account.IsShut(now) => (AccountEventKind.WhileShut, null),
        _ when !isRight => (AccountEventKind.WrongPassword, account.AfterFailure(now)),
        { HasFactor: true } => (AccountEventKind.PasswordAccepted, account),
        _ => (AccountEventKind.SignedIn, account.AfterSuccess(now)),
    };
}
