using Repository.Core.Accounts;
using Repository.Core.Workflow;

namespace Repository.Specs.Desk;

/// <summary>A running site and whoever works at its desk. By itself it is a village; <see cref="On"/> takes any other site. Sign-in costs no password here: only specs of signing in type one.</summary>
public sealed partial class DeskKit
{
    public const string Password = "tequio y mano vuelta";

    private readonly string[] _settings;
    private TestSite? _site;

    private DeskKit(string[] settings) => _settings = settings;

    public TestSite Site => _site ?? throw new InvalidOperationException("The site is not started.");

    /// <summary>Moves the clock by which sessions, codes and lockouts are judged.</summary>
    internal SetClock Clock => (SetClock)Site.Service<TimeProvider>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static DeskKit On(TestSite site) => new([]) { _site = site };

    /// <summary>A browser that nobody has signed in with; it may say where it comes from, as a proxy would.</summary>
    internal DeskClient Stranger(string? address = null) => new(Site.Client.BaseAddress!, address);

    /// <summary>Somebody of a role, everywhere or in one section, all the way in.</summary>
    internal async Task<DeskClient> SignInAsync(Role role, Guid? section = null, string? name = null) => await SignInAsync(await AccountAsync([new Grant(role, section)], name: name));

    internal async Task<DeskClient> SignInAsync(Account account)
    {
        var (token, now) = (SecretToken.New(), Site.Service<TimeProvider>().GetUtcNow());
        var session = new Session(Guid.NewGuid(), account.Key, SecretToken.Hash(token), now, now, new Visitor("127.0.0.1", "specs")) { WithFactor = true };
        await Site.Service<IAccountStore>().WriteAsync(async accounts => { await accounts.AddSessionAsync(session); return true; }, Cancellation);
        var client = Stranger();
        client.Enter(token, account, session);
        return client;
    }

    /// <summary>An account with the password above where one is asked for, and with a second factor where its role demands one.</summary>
    internal async Task<Account> AccountAsync(Grant[] grants, bool hasPassword = false, bool hasFactor = true, string? name = null)
    {
        var (secrets, key) = (Site.Service<ISecretKeeping>(), Guid.NewGuid());
        var account = new Account(key, $"{key:n}@example.org", name ?? $"{grants.Select(grant => grant.Role).FirstOrDefault()} {key.ToString()[..4]}")
        {
            Grants = [.. grants],
            PasswordHash = hasPassword ? secrets.HashPassword(Password) : "none",
            CreatedBy = "specs",
            CreatedAt = Site.Service<TimeProvider>().GetUtcNow(),
        };
        if (hasFactor && Site.Service<AccountPolicy>().DemandsFactor(account)) account = account with { Factor = secrets.Seal(Totp.NewSecret()) };
        await Site.Service<IAccountStore>().WriteAsync(async accounts => { await accounts.AddAsync(account); return true; }, Cancellation);
        return account;
    }

    internal Task<Account> FindAsync(Account account) => Site.Service<IAccountStore>().ReadAsync(async reader => (await reader.FindAsync(account.Key))!, Cancellation);

    internal Task<IReadOnlyList<AccountEvent>> EventsAsync(Account? account = null) => Site.Service<IAccountStore>().ReadAsync(reader => reader.EventsAsync(account?.Key, 100), Cancellation);

    /// <summary>The code an app would show now.</summary>
    internal string CodeOf(Account account, int stepsAhead = 0)
    {
        var secret = Site.Service<ISecretKeeping>().Open(account.Factor) ?? throw new InvalidOperationException("There is no second factor.");
        return Totp.Code(secret, Totp.StepAt(Site.Service<TimeProvider>().GetUtcNow()) + stepsAhead);
    }

    internal sealed class SetClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = System.GetUtcNow();

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
