using Repository.Core.Content;
using Repository.Core.Forms.Mail;
using Repository.Web.Forms.Receiving;

namespace Repository.Web.Forms.Mail;

/// <summary>Puts the letters about an entry into the outbox: to those who look after its form, and to its sender where the form asks for an address to that end.</summary>
internal sealed class MailArrival(IFormMail mail, TimeProvider clock) : IArrival
{
    public async Task ArriveAsync(ArrivedEntry arrived, CancellationToken cancellation)
    {
        var entry = arrived.Entry;
        var letters = (await mail.RecipientsAsync(entry.Form, cancellation)).Select(address => Letter(arrived, LetterKind.Arrival, address)).ToList();
        if (Acknowledging.Address(arrived.Form.Definition, entry.Answers) is not null) letters.Add(Letter(arrived, LetterKind.Acknowledgement, ""));
        if (letters.Count > 0) await mail.AddAsync(letters, cancellation);
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
