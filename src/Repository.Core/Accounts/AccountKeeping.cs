using System.Collections.Immutable;
using Repository.Core.Workflow;

namespace Repository.Core.Accounts;

/// <summary>An account that is to be.</summary>
public sealed record NewAccount(string Email, string Name, ImmutableArray<Grant> Grants);

/// <summary>Who looks after accounts: somebody at the desk, who must be allowed to at this very moment, or the operator at the terminal.</summary>
public sealed record Keeper(Guid? AccountKey, Visitor Visitor)
{
    public static readonly Keeper Terminal = new(null, Visitor.Terminal);

    public string By => AccountKey?.ToString("d") ?? "terminal";
}

/// <summary>Letting people in and taking rights away. Whatever is done, an administrator stays who can get in.</summary>
public sealed class AccountKeeping(IAccountStore store, ISecretKeeping secrets, PasswordRules rules, TimeProvider clock)
{
    /// <summary>The very first account, where there is none yet; null where there is one.</summary>
    public Task<Account?> FoundAsync(string email, string name, string password, CancellationToken cancellation)
    {
        var first = New(new NewAccount(email, name, [new Grant(Role.Administrator, null)]), Keeper.Terminal) with { PasswordHash = secrets.HashPassword(password) };
        return store.WriteAsync(
            async accounts =>
            {
                if ((await accounts.AccountsAsync()).Count > 0) return null;
                await accounts.AddAsync(first);
                await LogAsync(accounts, Keeper.Terminal, AccountEventKind.Created, first);
                return first;
            },
            cancellation);
    }

    /// <summary>With a password, or with the link by which its owner chooses one (<see cref="AccountResult.Done.Secret"/>).</summary>
    public Task<AccountResult> AddAsync(Keeper keeper, NewAccount wanted, string? password, CancellationToken cancellation)
    {
        var hash = password is null ? "" : secrets.HashPassword(password);
        return AllowedAsync(
            keeper,
            async accounts =>
            {
                var account = New(wanted, keeper) with { PasswordHash = hash };
                if (EmailAddress.Parse(wanted.Email) is null) return Refused(AccountProblem.BadEmail);
                if (AccountName.Parse(wanted.Name) is null) return Refused(AccountProblem.NoName);
                if (account.Grants.IsEmpty) return Refused(AccountProblem.NoRole);
                if (await accounts.FindByEmailAsync(account.Email) is not null) return Refused(AccountProblem.EmailTaken);
                await accounts.AddAsync(account);
                await LogAsync(accounts, keeper, password is null ? AccountEventKind.Invited : AccountEventKind.Created, account);
                return new AccountResult.Done(account, password is null ? await InviteAsync(accounts, keeper, account) : "");
            },
            cancellation);
    }

    public Task<AccountResult> GrantAsync(Keeper keeper, Guid key, ImmutableArray<Grant> grants, CancellationToken cancellation) => ChangeAsync(
        keeper, key, AccountEventKind.GrantsChanged, account => account with { Grants = Fitting(grants) }, cancellation);

    /// <summary>Whoever is inside is out at once.</summary>
    public Task<AccountResult> LockAsync(Keeper keeper, Guid key, CancellationToken cancellation) => ChangeAsync(
        keeper, key, AccountEventKind.Locked, account => account with { IsLocked = true }, cancellation, endsSessions: true);

    /// <summary>Also forgets failures that shut the account for a while.</summary>
    public Task<AccountResult> UnlockAsync(Keeper keeper, Guid key, CancellationToken cancellation) => ChangeAsync(
        keeper, key, AccountEventKind.Unlocked, account => account with { IsLocked = false, Failures = 0, ShutUntil = null }, cancellation);

    public Task<AccountResult> EndSessionsAsync(Keeper keeper, Guid key, CancellationToken cancellation) => ChangeAsync(
        keeper, key, AccountEventKind.SessionsEnded, account => account, cancellation, endsSessions: true);

    /// <summary>For whoever lost the phone and the recovery codes.</summary>
    public Task<AccountResult> RemoveFactorAsync(Keeper keeper, Guid key, CancellationToken cancellation) => ChangeAsync(
        keeper, key, AccountEventKind.FactorRemoved, account => account with { Factor = "", FactorStep = 0 }, cancellation, endsSessions: true);

    /// <summary>The old password no longer opens anything; a new one is chosen by a link. Also sends an invitation anew.</summary>
    public Task<AccountResult> ResetAsync(Keeper keeper, Guid key, CancellationToken cancellation) => ChangeAsync(
        keeper, key, AccountEventKind.Reset, account => account with { PasswordHash = "" }, cancellation, endsSessions: true, (accounts, account) => InviteAsync(accounts, keeper, account));

    /// <summary>A new password, told to the operator.</summary>
    public Task<AccountResult> SetPasswordAsync(Keeper keeper, Guid key, string password, CancellationToken cancellation)
    {
        var hash = secrets.HashPassword(password);
        return ChangeAsync(keeper, key, AccountEventKind.Reset, account => account with { PasswordHash = hash, IsLocked = false, Failures = 0, ShutUntil = null }, cancellation, endsSessions: true);
    }

    /// <summary>Whose link this is; null for one that was used or has expired.</summary>
    public Task<Account?> InvitedAsync(string token, CancellationToken cancellation) => store.ReadAsync(reader => InvitedAsync(reader, token), cancellation);

    /// <summary>The owner of an invitation chooses name and password. The link is used up.</summary>
    public async Task<AccountResult> JoinAsync(string token, string name, string password, Visitor visitor, CancellationToken cancellation)
    {
        // Looked up first, so that strangers cannot make the program hash.
        if (await InvitedAsync(token, cancellation) is not { } invited) return Refused(AccountProblem.LinkOver);
        if (AccountName.Parse(name) is not { } parsed) return Refused(AccountProblem.NoName);
        if (rules.Check(password, invited.Email, parsed) is { } problem) return Refused(problem);
        var hash = secrets.HashPassword(password);
        return await store.WriteAsync<AccountResult>(
            async accounts =>
            {
                if (await InvitedAsync(accounts, token) is not { } account) return Refused(AccountProblem.LinkOver);
                account = account with { Name = parsed, PasswordHash = hash, Failures = 0, ShutUntil = null };
                await accounts.UpdateAsync(account);
                await accounts.WithdrawInvitationAsync(account.Key);
                await accounts.EndSessionsAsync(account.Key);
                await accounts.LogAsync(new AccountEvent(clock.GetUtcNow(), AccountEventKind.Joined, account.Key, "", visitor));
                return new AccountResult.Done(account);
            },
            cancellation);
    }

    private async Task<Account?> InvitedAsync(IAccountReader reader, string token) =>
        await reader.FindInvitationAsync(SecretToken.Hash(token)) is { } invitation && invitation.IsOpen(clock.GetUtcNow())
        && await reader.FindAsync(invitation.AccountKey) is { IsLocked: false } account ? account : null;

    private Task<AccountResult> ChangeAsync(
        Keeper keeper, Guid key, AccountEventKind kind, Func<Account, Account> change, CancellationToken cancellation, bool endsSessions = false, Func<IAccountTransaction, Account, Task<string>>? more = null) =>
        AllowedAsync(
            keeper,
            async accounts =>
            {
                if (await accounts.FindAsync(key) is not { } account) return Refused(AccountProblem.Missing);
                var changed = change(account);
                if (changed.Grants.IsEmpty) return Refused(AccountProblem.NoRole);
                if (CanAdminister(account) && !CanAdminister(changed) && !(await accounts.AccountsAsync()).Any(other => other.Key != key && CanAdminister(other))) return Refused(AccountProblem.LastAdministrator);
                await accounts.UpdateAsync(changed);
                if (kind == AccountEventKind.FactorRemoved) await accounts.ReplaceRecoveryCodesAsync(key, []);
                if (endsSessions) await accounts.EndSessionsAsync(key);
                await LogAsync(accounts, keeper, kind, changed);
                return new AccountResult.Done(changed, more is null ? "" : await more(accounts, changed));
            },
            cancellation);

    private static bool CanAdminister(Account account) => account.IsAdministrator && account.State == AccountState.Active;

    /// <summary>Decided inside the transaction: a right that was just taken away does not count any more.</summary>
    private Task<AccountResult> AllowedAsync(Keeper keeper, Func<IAccountTransaction, Task<AccountResult>> work, CancellationToken cancellation) => store.WriteAsync(
        async accounts =>
        {
            if (keeper.AccountKey is not { } key) return await work(accounts);
            return await accounts.FindAsync(key) is { State: AccountState.Active } actor && Permissions.May(actor.Person, Act.ManageUsers, []) ? await work(accounts) : Refused(AccountProblem.Forbidden);
        },
        cancellation);

    private async Task<string> InviteAsync(IAccountTransaction accounts, Keeper keeper, Account account)
    {
        var token = SecretToken.New();
        await accounts.InviteAsync(new Invitation(SecretToken.Hash(token), account.Key, clock.GetUtcNow() + AccountPolicy.InvitationLife, keeper.By));
        return token;
    }

    private Account New(NewAccount wanted, Keeper keeper) => new(Guid.NewGuid(), EmailAddress.Normal(wanted.Email), wanted.Name.Trim())
    {
        Grants = Fitting(wanted.Grants),
        CreatedAt = clock.GetUtcNow(),
        CreatedBy = keeper.By,
    };

    /// <summary>To administer one section would mean nothing.</summary>
    private static ImmutableArray<Grant> Fitting(ImmutableArray<Grant> grants) =>
        [.. grants.Select(grant => grant.Role == Role.Administrator ? grant with { Section = null } : grant).Distinct().OrderBy(grant => grant.Role).ThenBy(grant => grant.Section)];

    private Task LogAsync(IAccountTransaction accounts, Keeper keeper, AccountEventKind kind, Account account) =>
        accounts.LogAsync(new AccountEvent(clock.GetUtcNow(), kind, account.Key, keeper.By, keeper.Visitor));

    private static AccountResult.Refused Refused(AccountProblem problem) => new(problem);
}
