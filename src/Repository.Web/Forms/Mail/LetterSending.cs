using System.Net;
using System.Net.Mail;
using System.Security.Authentication;
using Repository.Core.Forms;
using Repository.Core.Forms.Entries;
using Repository.Core.Forms.Mail;
using Repository.Web.Operations;

namespace Repository.Web.Forms.Mail;

/// <summary>Sends what waits in the outbox, and tries again later what could not be sent. Without a configured host it leaves everything where it is.</summary>
internal sealed partial class LetterSending(IFormMail mail, IEntryStore entries, LetterWriting writing, AdviceSeeking advice, MailOptions options, TimeProvider clock, ILogger<LetterSending> log) : BackgroundService
{
    private const int AtOnce = 20;

    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(2);

    /// <summary>How long a letter belongs to the node that took it.</summary>
    private static readonly TimeSpan Hold = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Sends what is due now.</summary>
    /// <returns>How many letters were looked at.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        if (!options.IsConfigured) return 0;
        var now = clock.GetUtcNow();
        var due = await mail.TakeDueAsync(now, now + Hold, AtOnce, cancellation);
        foreach (var letter in due) await TryAsync(letter, cancellation);
        return due.Length;
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => options.IsConfigured ? new Heartbeat(log).RunAsync(BeatAsync, Beat, clock, stoppingToken) : Task.CompletedTask;

    private async Task BeatAsync(CancellationToken cancellation)
    {
        while (await RunAsync(cancellation) == AtOnce)
        {
        }
    }

    private async Task TryAsync(FormLetter letter, CancellationToken cancellation)
    {
        var entry = await entries.FindAsync(letter.Entry, cancellation);
        var version = entry is null ? null : (await entries.VersionsAsync(letter.Form, cancellation)).FirstOrDefault(version => version.Number == entry.FormVersion);
        using var written = entry is null || version is null ? null : await WriteAsync(letter, version.Definition, entry, cancellation);
        if (written is not { } message)
        {
            // Erased meanwhile: there is nobody to write to, or nothing to write of.
            await mail.SentAsync(letter.Key, cancellation);
            return;
        }

        try
        {
            await SendAsync(message, cancellation);
            await mail.SentAsync(letter.Key, cancellation);
        }
        catch (Exception failure) when (failure is SmtpException or AuthenticationException or IOException or FormatException || (failure is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            var next = LetterRetry.Next(letter.Attempts, clock.GetUtcNow());
            var reason = LetterFailure.Reason(failure);
            await mail.FailedAsync(letter.Key, next, reason, cancellation);
            if (next is null) LogGivenUp(letter.Kind, letter.Folio, reason);
            else LogFailed(letter.Kind, letter.Folio, reason);
        }
    }

    /// <summary>Null where there is nobody to write to.</summary>
    private async Task<MailMessage?> WriteAsync(FormLetter letter, FormDefinition form, FormEntry entry, CancellationToken cancellation)
    {
        var sender = Acknowledging.Address(form, entry.Answers);
        if (letter.Kind == LetterKind.Advice) return sender is not null && await advice.OfAsync(form, entry, cancellation) is { } sought ? writing.WriteAdvice(entry, form, sought, sender) : null;
        return (letter.To.Length > 0 ? letter.To : sender) is { } to ? writing.Write(letter, form.Name, to, entry.Culture) : null;
    }

    private async Task SendAsync(MailMessage message, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        using var client = new SmtpClient(options.Host, options.Port) { EnableSsl = options.Tls };
        if (options.User.Length > 0) client.Credentials = new NetworkCredential(options.User, options.Password);
        await client.SendMailAsync(message, patience.Token);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The letter {Kind} about {Folio} could not be sent ({Reason}) and is tried again")]
    private partial void LogFailed(LetterKind kind, string folio, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "The letter {Kind} about {Folio} could not be sent ({Reason}) and is given up")]
    private partial void LogGivenUp(LetterKind kind, string folio, string reason);
}
