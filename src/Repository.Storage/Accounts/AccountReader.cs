using Repository.Core.Accounts;

namespace Repository.Storage.Accounts;

internal class AccountReader(Session session) : IAccountReader
{
    protected Session Session { get; } = session;

    public Task<Account?> FindAsync(Guid key) => OneAsync("key = @Key", new { Key = key });

    public Task<Account?> FindByEmailAsync(string email) => OneAsync("email = @Email", new { Email = email });

    public async Task<IReadOnlyList<Account>> AccountsAsync() =>
        [.. (await Session.ListAsync<AccountRow>($"SELECT {AccountRow.Columns} FROM account ORDER BY email")).Select(row => row.Account)];

    public async Task<Core.Accounts.Session?> FindSessionAsync(string tokenHash) =>
        (await Session.FirstAsync<SessionRow>($"SELECT {SessionRow.Columns} FROM account_session WHERE hash = @Hash", new { Hash = tokenHash }))?.Session;

    public async Task<IReadOnlyList<Core.Accounts.Session>> SessionsAsync(Guid account) =>
        [.. (await Session.ListAsync<SessionRow>($"SELECT {SessionRow.Columns} FROM account_session WHERE account_key = @Account ORDER BY seen_at DESC, key", new { Account = account })).Select(row => row.Session)];

    public async Task<Invitation?> FindInvitationAsync(string tokenHash) =>
        (await Session.FirstAsync<InvitationRow>($"SELECT {InvitationRow.Columns} FROM account_invitation WHERE hash = @Hash", new { Hash = tokenHash }))?.Invitation;

    public async Task<IReadOnlyList<Invitation>> InvitationsAsync() =>
        [.. (await Session.ListAsync<InvitationRow>($"SELECT {InvitationRow.Columns} FROM account_invitation")).Select(row => row.Invitation)];

    public Task<int> RecoveryCodesAsync(Guid account) => Session.FirstAsync<int>("SELECT COUNT(*) FROM account_recovery WHERE account_key = @Account", new { Account = account });

    public async Task<IReadOnlyList<AccountEvent>> EventsAsync(Guid? account, int limit) =>
    [
        .. (await Session.ListAsync<EventRow>(
            $"SELECT {EventRow.Columns} FROM account_event {(account is null ? "" : "WHERE account_key = @Account")} ORDER BY at DESC LIMIT @Limit",
            new { Account = account, Limit = limit })).Select(row => row.Event),
    ];

    private async Task<Account?> OneAsync(string which, object parameters) =>
        (await Session.FirstAsync<AccountRow>($"SELECT {AccountRow.Columns} FROM account WHERE {which}", parameters))?.Account;
}
