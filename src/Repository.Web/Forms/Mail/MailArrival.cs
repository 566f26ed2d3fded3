using Repository.Core.Content;
using Repository.Core.Forms;
using Repository.Core.Forms.Entries;
using Repository.Core.Forms.Mail;
using Repository.Web.Forms.Receiving;

namespace Repository.Web.Forms.Mail;

/// <summary>
/// Writes the letters about an entry: to those who look after its form, to its sender where the form asks for an address to that end, and to those who do a
/// practice when they are asked for advice.
/// </summary>
internal sealed class MailArrival(IFormMail mail, AdviceSeeking advice, IEntryStore entries, TimeProvider clock) : IArrival
{
    /// <summary>How it is noted that those who do the practice were written to.</summary>
    public const string PassedOn = "El mensaje va a quienes hacen la práctica, al correo que dieron para pedir consejo.";

    public const string By = "system";

    public string Name => "mail";

    /// <summary>To whom a form's letters go may be said until they do.</summary>
    public bool Awaits(FormDefinition form) => true;

    public static bool IsPassedOn(IEnumerable<EntryEvent> story) => story.Any(told => told.Text == PassedOn && told.State is null && told.By == By);

    public async Task<IReadOnlyList<FormLetter>?> ArriveAsync(ArrivedEntry arrived, CancellationToken cancellation)
    {
        var entry = arrived.Entry;
        var letters = (await mail.RecipientsAsync(entry.Form, cancellation)).Select(address => Letter(arrived, LetterKind.Arrival, address)).ToList();
        if (Acknowledging.Address(arrived.Form, entry.Answers) is not null) letters.Add(Letter(arrived, LetterKind.Acknowledgement, ""));
        if (await advice.OfAsync(arrived.Form, entry, cancellation) is null) return letters;
        letters.Add(Letter(arrived, LetterKind.Advice, ""));
        if (!IsPassedOn(await entries.EventsAsync(entry.Key, cancellation))) await entries.AddNoteAsync(entry.Key, new EntryEvent(clock.GetUtcNow(), By, null, PassedOn), cancellation);
        return letters;
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
