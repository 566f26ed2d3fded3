namespace Repository.Core.Accounts;

/// <summary>What everybody may do with their own account. Whatever would lock the owner out, or keep a thief in, asks for the password again.</summary>
public sealed class OwnAccount(IAccountStore store, ISecretKeeping secrets, PasswordRules rules, AccountPolicy policy, TimeProvider clock)
{
    public Task<AccountResult> RenameAsync(Admission own, string name, CancellationToken cancellation) => store.WriteAsync<AccountResult>(
        async accounts =>
        {
            if (AccountName.Parse(name) is not { } parsed) return new AccountResult.Refused(AccountProblem.NoName);
            if (await accounts.FindAsync(own.Account.Key) is not { } account) return new AccountResult.Refused(AccountProblem.Missing);
            account = account with { Name = parsed };
            await accounts.UpdateAsync(account);
            await LogAsync(accounts, own, AccountEventKind.Renamed);
            return new AccountResult.Done(account);
        },
        cancellation);

    /// <summary>All other sessions end, and this one gets a new token.</summary>
    public Task<AccountResult> ChangePasswordAsync(Admission own, string current, string next, CancellationToken cancellation) => ProvenAsync(
        own,
        current,
        async (accounts, account) =>
        {
            if (rules.Check(next, account.Email, account.Name) is { } problem) return new AccountResult.Refused(problem);
            account = account with { PasswordHash = secrets.HashPassword(next) };
            await accounts.UpdateAsync(account);
            await accounts.EndSessionsAsync(account.Key);
            await accounts.WithdrawInvitationAsync(account.Key);
            await LogAsync(accounts, own, AccountEventKind.PasswordChanged);
            return await RenewAsync(accounts, account, own, own.Session.WithFactor);
        },
        cancellation);

    /// <summary>The secret to be set up in an app; the same one until it is confirmed, however often the page is loaded.</summary>
    public Task<byte[]> PrepareFactorAsync(Admission own, CancellationToken cancellation) => store.WriteAsync(
        async accounts =>
        {
            var session = await accounts.FindSessionAsync(own.Session.TokenHash);
            if (session is { PendingFactor.Length: > 0 } && secrets.Open(session.PendingFactor) is { } pending) return pending;
            var secret = Totp.NewSecret();
            await accounts.PrepareFactorAsync(own.Session.Key, secrets.Seal(secret));
            return secret;
        },
        cancellation);

    /// <summary>A code shows that the app has the secret. Whoever had to set it up to get in gave the password just before.</summary>
    public Task<AccountResult> ConfirmFactorAsync(Admission own, string code, string password, CancellationToken cancellation) =>
        own.Standing == Standing.MustEnrol
            ? store.WriteAsync(accounts => ConfirmAsync(accounts, own, code), cancellation)
            : ProvenAsync(own, password, (accounts, _) => ConfirmAsync(accounts, own, code), cancellation);

    public Task<AccountResult> RemoveFactorAsync(Admission own, string password, CancellationToken cancellation) => ProvenAsync(
        own,
        password,
        async (accounts, account) =>
        {
            if (policy.DemandsFactor(account)) return new AccountResult.Refused(AccountProblem.FactorDemanded);
            account = account with { Factor = "", FactorStep = 0 };
            await accounts.UpdateAsync(account);
            await accounts.ReplaceRecoveryCodesAsync(account.Key, []);
            await LogAsync(accounts, own, AccountEventKind.FactorRemoved);
            return new AccountResult.Done(account);
        },
        cancellation);

    public Task<AccountResult> MakeRecoveryCodesAsync(Admission own, string password, CancellationToken cancellation) => ProvenAsync(
        own,
        password,
        async (accounts, account) =>
        {
            if (!account.HasFactor) return new AccountResult.Refused(AccountProblem.Missing);
            var codes = RecoveryCode.NewSet();
            await accounts.ReplaceRecoveryCodesAsync(account.Key, codes.Select(RecoveryCode.Hash));
            await LogAsync(accounts, own, AccountEventKind.RecoveryCodesMade);
            return new AccountResult.Done(account) { RecoveryCodes = codes };
        },
        cancellation);

    /// <summary>One of the own sessions; another person's is not found.</summary>
    public Task<AccountResult> EndSessionAsync(Admission own, Guid session, CancellationToken cancellation) => store.WriteAsync<AccountResult>(
        async accounts =>
        {
            if ((await accounts.SessionsAsync(own.Account.Key)).All(open => open.Key != session)) return new AccountResult.Refused(AccountProblem.Missing);
            await accounts.EndSessionAsync(session);
            await LogAsync(accounts, own, AccountEventKind.SessionsEnded);
            return new AccountResult.Done(own.Account);
        },
        cancellation);

    public Task<AccountResult> EndOtherSessionsAsync(Admission own, CancellationToken cancellation) => store.WriteAsync<AccountResult>(
        async accounts =>
        {
            await accounts.EndSessionsAsync(own.Account.Key, own.Session.Key);
            await LogAsync(accounts, own, AccountEventKind.SessionsEnded);
            return new AccountResult.Done(own.Account);
        },
        cancellation);

    private async Task<AccountResult> ConfirmAsync(IAccountTransaction accounts, Admission own, string code)
    {
        var session = await accounts.FindSessionAsync(own.Session.TokenHash);
        if (session is null || await accounts.FindAsync(own.Account.Key) is not { } account) return new AccountResult.Refused(AccountProblem.Missing);
        if (own.Standing == Standing.MustEnrol && account.HasFactor) return new AccountResult.Refused(AccountProblem.Forbidden);
        var secret = session.PendingFactor.Length > 0 ? secrets.Open(session.PendingFactor) : null;
        if (secret is null || Totp.Match(secret, string.Concat(code.Where(char.IsAsciiDigit)), clock.GetUtcNow(), lastUsed: 0) is not { } step) return new AccountResult.Refused(AccountProblem.WrongCode);
        account = account with { Factor = session.PendingFactor, FactorStep = step };
        await accounts.UpdateAsync(account);
        var codes = RecoveryCode.NewSet();
        await accounts.ReplaceRecoveryCodesAsync(account.Key, codes.Select(RecoveryCode.Hash));
        await LogAsync(accounts, own, AccountEventKind.FactorSet);
        return await RenewAsync(accounts, account, own, withFactor: true) with { RecoveryCodes = codes };
    }

    /// <summary>Whoever has found an open session must not be able to go through passwords in it: failures count as they do at the door.</summary>
    private async Task<AccountResult> ProvenAsync(Admission own, string password, Func<IAccountTransaction, Account, Task<AccountResult>> work, CancellationToken cancellation)
    {
        var known = await store.ReadAsync(reader => reader.FindAsync(own.Account.Key), cancellation);
        var isRight = secrets.Match(known?.PasswordHash ?? "", password) != PasswordMatch.No;
        return await store.WriteAsync(
            async accounts =>
            {
                var now = clock.GetUtcNow();
                if (await accounts.FindAsync(own.Account.Key) is not { State: AccountState.Active } account) return new AccountResult.Refused(AccountProblem.Missing);
                if (account.IsShut(now)) return new AccountResult.Refused(AccountProblem.Shut);
                if (isRight && account.PasswordHash == known!.PasswordHash) return await work(accounts, account);
                await accounts.UpdateAsync(account.AfterFailure(now));
                await LogAsync(accounts, own, AccountEventKind.WrongPassword);
                return new AccountResult.Refused(AccountProblem.WrongPassword);
            },
            cancellation);
    }

    private async Task<AccountResult.Done> RenewAsync(IAccountTransaction accounts, Account account, Admission own, bool withFactor)
    {
        var opened = await accounts.OpenAsync(account, own.Session.Visitor, withFactor, own.Session, policy, clock.GetUtcNow());
        return new AccountResult.Done(account, opened.Token);
    }

    private Task LogAsync(IAccountTransaction accounts, Admission own, AccountEventKind kind) =>
        accounts.LogAsync(new AccountEvent(clock.GetUtcNow(), kind, own.Account.Key, "", own.Session.Visitor));
}
