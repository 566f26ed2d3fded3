using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using Repository.Core.Forms.Entries;
using Repository.Core.Forms.Kinds;
using Repository.Core.Forms.Mail;
using Repository.Web.Forms.Mail;
using Repository.Web.Live;
using Repository.Web.Resources;

namespace Repository.Specs.Desk.Forms;

/// <summary>The way to a mail server: encrypted and signed in by default, and never otherwise in silence. Nothing of it tells the password.</summary>
public sealed class LetterWaySpecs(FormsDesk desk) : IClassFixture<FormsDesk>
{
    private const string User = "repositorio";
    private const string Password = "tequio-de-noche";

    private static readonly X509Certificate2 Trusted = Certificate();
    private static readonly X509Certificate2 Unknown = Certificate();

    private readonly Told _log = new();

    static LetterWaySpecs()
    {
        // The only way in for who sends by System.Net.Mail. What the system trusts stays trusted, and one certificate of ours comes to it.
#pragma warning disable SYSLIB0014
        ServicePointManager.ServerCertificateValidationCallback = (_, shown, _, errors) => errors == System.Net.Security.SslPolicyErrors.None || shown?.GetCertHashString(HashAlgorithmName.SHA256) == Trusted.GetCertHashString(HashAlgorithmName.SHA256);
#pragma warning restore SYSLIB0014
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IFormMail Mail => desk.Site.Service<IFormMail>();

    [Fact]
    public async Task letters_go_encrypted_and_signed_in()
    {
        using var office = new PostOffice { Certificate = Trusted, Account = (User, Password) };
        var entry = await WaitingAsync();

        await SendAsync(Options(office));

        var letter = Assert.Single(office.Letters);
        Assert.Contains(entry.Folio, letter.Text, StringComparison.Ordinal);
        Assert.Equal((true, User), (letter.IsEncrypted, letter.SignedInAs));
        Assert.Empty(_log.Lines);
    }

    [Fact]
    public async Task a_server_that_offers_no_encryption_learns_no_password_and_no_letter()
    {
        using var office = new PostOffice { Account = (User, Password) };
        await WaitingAsync();

        await SendAsync(Options(office));

        await WaitsAsync(office, "NoEncryption");
        Assert.DoesNotContain(office.Heard, line => line.StartsWith("AUTH", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task a_server_with_a_certificate_nobody_vouches_for_learns_no_password_and_no_letter()
    {
        using var office = new PostOffice { Certificate = Unknown, Account = (User, Password) };
        await WaitingAsync();

        await SendAsync(Options(office));

        await WaitsAsync(office, "UntrustedCertificate");
        Assert.DoesNotContain(office.Heard, line => line.StartsWith("AUTH", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task a_server_that_does_not_let_us_in_leaves_the_letter_waiting()
    {
        using var office = new PostOffice { Certificate = Trusted, Account = (User, "otra") };
        await WaitingAsync();

        await SendAsync(Options(office));

        await WaitsAsync(office, "SignInRefused");
    }

    [Fact]
    public async Task a_server_that_is_not_there_leaves_the_letter_waiting()
    {
        var office = new PostOffice();
        var options = Options(office);
        office.Dispose();
        await WaitingAsync();

        await SendAsync(options);

        await WaitsAsync(office, "Unreachable");
    }

    [Fact]
    public async Task what_could_not_go_goes_once_the_server_is_mended()
    {
        var entry = await WaitingAsync();
        using var broken = new PostOffice();
        await SendAsync(Options(broken));
        using var mended = new PostOffice { Certificate = Trusted, Account = (User, Password) };
        desk.Clock.Now = desk.Clock.Now.AddHours(1);

        await SendAsync(Options(mended));

        Assert.Single(mended.Letters, letter => letter.Text.Contains(entry.Folio, StringComparison.Ordinal));
        Assert.Equal(0, (await Mail.StandingAsync(Cancellation)).Waiting);
    }

    private static MailOptions Options(PostOffice office) => new("127.0.0.1", office.Port, "repositorio@example.org") { User = User, Password = Password };

    /// <summary>An entry about which one letter waits.</summary>
    private async Task<FormEntry> WaitingAsync()
    {
        var form = await desk.PublishedAsync("Cartas", FormsDesk.Question(FieldKinds.LongAnswer, "mensaje", "Mensaje"));
        await Mail.SetRecipientsAsync(form.Key, ["ana@example.org"], Cancellation);
        var entry = await desk.SentAsync(form.Key, ("mensaje", "x"));
        await desk.ArriveAsync(entry);
        return entry;
    }

    private async Task SendAsync(MailOptions options)
    {
        var writing = new LetterWriting(options, desk.Site.Service<LiveContent>(), desk.Site.Service<IStringLocalizer<DeskTexts>>(), desk.Site.Service<IStringLocalizer<SiteTexts>>());
        using var sending = new LetterSending(Mail, desk.Entries, writing, desk.Site.Service<AdviceSeeking>(), options, desk.Clock, _log);
        await sending.RunAsync(Cancellation);
    }

    /// <summary>The letter is still there, and why is told in one word, here and in the log.</summary>
    private async Task WaitsAsync(PostOffice office, string reason)
    {
        var standing = await Mail.StandingAsync(Cancellation);
        Assert.Empty(office.Letters);
        Assert.True(standing.Waiting > 0);
        Assert.Equal(reason, standing.Error);
        var told = Assert.Single(_log.Lines);
        Assert.Contains(reason, told, StringComparison.Ordinal);
        foreach (var secret in (string[])[Password, Convert.ToBase64String(Encoding.UTF8.GetBytes(Password)), "@example.org"]) Assert.DoesNotContain(secret, told, StringComparison.Ordinal);
    }

    private static X509Certificate2 Certificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var made = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }

    private sealed class Told : ILogger<LetterSending>
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines.Enqueue($"{formatter(state, exception)} {exception}");
    }
}
