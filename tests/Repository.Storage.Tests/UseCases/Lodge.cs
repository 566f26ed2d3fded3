using System.Text;
using Repository.Core.Accounts;
using Repository.Core.Workflow;

namespace Repository.Storage.Tests.UseCases;

/// <summary>Sign-in over one store, with a clock that is set by hand and secrets that cost no time.</summary>
internal sealed class Lodge
{
    public const string Password = "tequio y mano vuelta";
    public static readonly Visitor Home = new("203.0.113.7", "Firefox");

    public Lodge(ContentStore store)
    {
        Store = store.Accounts;
        Rules = new PasswordRules(word => word == "contraseña");
        SignIn = new SigningIn(Store, Secrets, AccountPolicy.Default, Clock);
        Own = new OwnAccount(Store, Secrets, Rules, AccountPolicy.Default, Clock);
        Keeping = new AccountKeeping(Store, Secrets, Rules, Clock);
    }

    public IAccountStore Store { get; }

    public PlainSecrets Secrets { get; } = new();

    public HandSetClock Clock { get; } = new();

    public PasswordRules Rules { get; }

    public SigningIn SignIn { get; }

    public OwnAccount Own { get; }

    public AccountKeeping Keeping { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static string EmailOf(Role role) => $"{role}@example.org".ToLowerInvariant();

    public async Task<Account> AddAsync(Role role, Guid? section = null) =>
        Done(await Keeping.AddAsync(Keeper.Terminal, new NewAccount(EmailOf(role), role.ToString(), [new Grant(role, section)]), Password, Cancellation)).Account;

    public Task<SignInResult> TryAsync(Role role, string password = Password) => SignIn.WithPasswordAsync(EmailOf(role), password, Home, null, Cancellation);

    public async Task<SignInResult.Admitted> EnterAsync(Role role) => Assert.IsType<SignInResult.Admitted>(await TryAsync(role));

    /// <summary>With a second factor; returns its secret, too.</summary>
    public async Task<(Admission Admission, byte[] Secret, IReadOnlyList<string> Recovery)> EnrolledAsync(Role role)
    {
        var half = (await EnterAsync(role)).Admission;
        var secret = await Own.PrepareFactorAsync(half, Cancellation);
        var done = Done(await Own.ConfirmFactorAsync(half, Code(secret), Password, Cancellation));
        return ((await SignIn.WhoAsync(done.Secret, Cancellation))!, secret, done.RecoveryCodes);
    }

    public string Code(byte[] secret) => Totp.Code(secret, Totp.StepAt(Clock.Now));

    public async Task<IReadOnlyList<AccountEventKind>> HappenedAsync() => [.. (await Store.ReadAsync(reader => reader.EventsAsync(null, 100), Cancellation)).Select(entry => entry.Kind)];

    public static AccountResult.Done Done(AccountResult result) => Assert.IsType<AccountResult.Done>(result);

    public static AccountProblem Refused(AccountResult result) => Assert.IsType<AccountResult.Refused>(result).Problem;

    /// <summary>Counts how often a password was tried: it must be once at each attempt, whatever became of it.</summary>
    internal sealed class PlainSecrets : ISecretKeeping
    {
        public int Matches { get; private set; }

        public string HashPassword(string password) => $"plain:{password}";

        public PasswordMatch Match(string hash, string password)
        {
            Matches++;
            return hash == HashPassword(password) ? PasswordMatch.Yes : PasswordMatch.No;
        }

        public string Seal(byte[] secret) => Convert.ToBase64String(secret);

        public byte[]? Open(string seal) => Encoding.ASCII.GetByteCount(seal) > 0 ? Convert.FromBase64String(seal) : null;
    }
}
