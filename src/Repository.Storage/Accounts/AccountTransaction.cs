using Repository.Core.Accounts;

namespace Repository.Storage.Accounts;

internal sealed class AccountTransaction(Session session) : AccountReader(session), IAccountTransaction
{
    public Task AddAsync(Account account) => Session.ExecuteAsync(
        """
        INSERT INTO account (key, email, name, grants, password, locked, failures, shut_until, factor, factor_step, created_at, created_by, signed_in_at)
        VALUES (@Key, @Email, @Name, @Grants, @PasswordHash, @IsLocked, @Failures, @ShutUntil, @Factor, @FactorStep, @CreatedAt, @CreatedBy, @SignedInAt)
        """,
        new AccountRow(account));

    public async Task UpdateAsync(Account account)
    {
        var updated = await Session.ExecuteAsync(
            """
            UPDATE account
            SET email = @Email, name = @Name, grants = @Grants, password = @PasswordHash, locked = @IsLocked, failures = @Failures, shut_until = @ShutUntil,
                factor = @Factor, factor_step = @FactorStep, signed_in_at = @SignedInAt
            WHERE key = @Key
            """,
            new AccountRow(account));
        if (updated == 0) throw new InvalidOperationException($"There is no account {account.Key} to update.");
    }

    public Task AddSessionAsync(Core.Accounts.Session session) => Session.ExecuteAsync(
        """
        INSERT INTO account_session (key, account_key, hash, at, seen_at, with_factor, pending_factor, address, agent)
        VALUES (@Key, @AccountKey, @TokenHash, @At, @SeenAt, @WithFactor, @PendingFactor, @Address, @Agent)
        """,
        new SessionRow(session));

    public Task SeeAsync(Guid session, DateTimeOffset at) => Session.ExecuteAsync("UPDATE account_session SET seen_at = @At WHERE key = @Key", new { Key = session, At = at });

    public Task PrepareFactorAsync(Guid session, string pending) =>
        Session.ExecuteAsync("UPDATE account_session SET pending_factor = @Pending WHERE key = @Key", new { Key = session, Pending = pending });

    public Task EndSessionAsync(Guid session) => Session.ExecuteAsync("DELETE FROM account_session WHERE key = @Key", new { Key = session });

    public Task EndSessionsAsync(Guid account, Guid? except = null) =>
        Session.ExecuteAsync("DELETE FROM account_session WHERE account_key = @Account AND key <> @Except", new { Account = account, Except = except ?? Guid.Empty });

    public Task InviteAsync(Invitation invitation) => Session.ExecuteAsync(
        """
        INSERT INTO account_invitation (account_key, hash, until, by) VALUES (@AccountKey, @TokenHash, @Until, @By)
        ON CONFLICT (account_key) DO UPDATE SET hash = excluded.hash, until = excluded.until, by = excluded.by
        """,
        invitation);

    public Task WithdrawInvitationAsync(Guid account) => Session.ExecuteAsync("DELETE FROM account_invitation WHERE account_key = @Account", new { Account = account });

    public async Task ReplaceRecoveryCodesAsync(Guid account, IEnumerable<string> hashes)
    {
        await Session.ExecuteAsync("DELETE FROM account_recovery WHERE account_key = @Account", new { Account = account });
        foreach (var hash in hashes) await Session.ExecuteAsync("INSERT INTO account_recovery (account_key, hash) VALUES (@Account, @Hash)", new { Account = account, Hash = hash });
    }

    public async Task<bool> UseRecoveryCodeAsync(Guid account, string hash) =>
        await Session.ExecuteAsync("DELETE FROM account_recovery WHERE account_key = @Account AND hash = @Hash", new { Account = account, Hash = hash }) > 0;

    public Task LogAsync(AccountEvent entry) => Session.ExecuteAsync(
        "INSERT INTO account_event (at, kind, account_key, by, address, agent) VALUES (@At, @Kind, @AccountKey, @By, @Address, @Agent)",
        new EventRow(entry));

    public Task ForgetAsync(DateTimeOffset eventsBefore, DateTimeOffset sessionsBefore) => Session.ExecuteAsync(
        "DELETE FROM account_event WHERE at < @Events; DELETE FROM account_session WHERE seen_at < @Sessions",
        new { Events = eventsBefore, Sessions = sessionsBefore });
}
