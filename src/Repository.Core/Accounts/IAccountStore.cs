namespace Repository.Core.Accounts;

/// <summary>Where accounts, sessions and what happened to them are kept.</summary>
public interface IAccountStore
{
    Task<T> ReadAsync<T>(Func<IAccountReader, Task<T>> work, CancellationToken cancellation);

    /// <summary>Writers take turns. What was written is kept when the work returns, and gone when it throws.</summary>
    Task<T> WriteAsync<T>(Func<IAccountTransaction, Task<T>> work, CancellationToken cancellation);
}

public interface IAccountReader
{
    Task<Account?> FindAsync(Guid key);

    /// <param name="email">In its normal form.</param>
    Task<Account?> FindByEmailAsync(string email);

    Task<IReadOnlyList<Account>> AccountsAsync();

    Task<Session?> FindSessionAsync(string tokenHash);

    /// <summary>Newest first, those that are over included.</summary>
    Task<IReadOnlyList<Session>> SessionsAsync(Guid account);

    Task<Invitation?> FindInvitationAsync(string tokenHash);

    Task<IReadOnlyList<Invitation>> InvitationsAsync();

    /// <summary>How many are left.</summary>
    Task<int> RecoveryCodesAsync(Guid account);

    /// <summary>Newest first; of one account or of all.</summary>
    Task<IReadOnlyList<AccountEvent>> EventsAsync(Guid? account, int limit);
}

public interface IAccountTransaction : IAccountReader
{
    Task AddAsync(Account account);

    Task UpdateAsync(Account account);

    Task AddSessionAsync(Session session);

    /// <summary>Somebody is still there.</summary>
    Task SeeAsync(Guid session, DateTimeOffset at);

    /// <summary>Keeps the sealed secret that is being set up in a session.</summary>
    Task PrepareFactorAsync(Guid session, string pending);

    Task EndSessionAsync(Guid session);

    Task EndSessionsAsync(Guid account, Guid? except = null);

    /// <summary>Takes the place of the one the account had.</summary>
    Task InviteAsync(Invitation invitation);

    Task WithdrawInvitationAsync(Guid account);

    Task ReplaceRecoveryCodesAsync(Guid account, IEnumerable<string> hashes);

    /// <summary>False when there is no such code, or no longer.</summary>
    Task<bool> UseRecoveryCodeAsync(Guid account, string hash);

    Task LogAsync(AccountEvent entry);

    /// <summary>Forgets what happened before one instant, and sessions that nobody has used since another.</summary>
    Task ForgetAsync(DateTimeOffset eventsBefore, DateTimeOffset sessionsBefore);
}
