using Repository.Core.Content;
using Repository.Core.Forms.Entries;
using Repository.Core.Forms.Mail;
using Repository.Web.Forms.Receiving;

namespace Repository.Web.Forms.Mail;

/// <summary>
/// Puts the letters about an entry into the outbox: to those who look after its form, to its sender where the form asks for an address to that end, and to
/// those who do a practice when they are asked for advice.
/// </summary>
internal sealed class MailArrival(IFormMail mail, AdviceSeeking advice, IEntryStore entries, TimeProvider clock) : IArrival
{
    /// <summary>How it is noted that those who do the practice were written to.</summary>
    public const string PassedOn = "El mensaje va a quienes hacen la práctica, al correo que dieron para pedir consejo.";

    public const string By = "system";

    public async Task ArriveAsync(ArrivedEntry arrived, CancellationToken cancellation)
    {
        var entry = arrived.Entry;
        var letters = (await mail.RecipientsAsync(entry.Form, cancellation)).Select(address => Letter(arrived, LetterKind.Arrival, address)).ToList();
        if (Acknowledging.Address(arrived.Form.Definition, entry.Answers) is not null) letters.Add(Letter(arrived, LetterKind.Acknowledgement, ""));
        var isPassedOn = await advice.OfAsync(arrived.Form.Definition, entry, cancellation) is not null;
        if (isPassedOn) letters.Add(Letter(arrived, LetterKind.Advice, ""));
        if (letters.Count > 0) await mail.AddAsync(letters, cancellation);
        if (isPassedOn) await entries.AddNoteAsync(entry.Key, new EntryEvent(clock.GetUtcNow(), By, null, PassedOn), cancellation);
    }

    /// <summary>Told twice, the same letter is the same.</summary>
    private FormLetter Letter(ArrivedEntry arrived, LetterKind kind, string to) => new()
    {
        Key = DerivedKey.Of(arrived.Entry.Key, $"{kind}:{to}"),
        Kind = kind,
        Form = arrived.Entry.Form,
        Entry = arrived.Entry.Key,
        Folio = arrived.Entry.Folio,
        To = to,
        CreatedAt = clock.GetUtcNow(),
        NextAt = clock.GetUtcNow(),
    };
}
