using Repository.Core.Forms;
using Repository.Core.Forms.Designs;
using Repository.Core.Forms.Entries;
using Repository.Core.Forms.Mail;

namespace Repository.Storage.Tests.Forms;

/// <summary>Entries about which something is still to be done.</summary>
internal static class ArrivedEntries
{
    public static readonly DateTimeOffset Morning = new(2026, 3, 21, 15, 0, 0, TimeSpan.Zero);

    private static readonly Form Contact = ((FormCompilation.Built)Form.Compile(ContactDesign.Make())).Form;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<FormEntry> AddAsync(ContentStore store, params string[] awaited) => Assert.IsType<EntryResult.Done>(await TryAddAsync(store, "", awaited)).Entry;

    public static async Task<EntryResult> TryAddAsync(ContentStore store, string attempt, params string[] awaited)
    {
        await store.Entries.RegisterAsync(Contact, Morning, Cancellation);
        var entry = new FormEntry
        {
            Key = Guid.NewGuid(),
            Folio = "",
            Form = Contact.Definition.Key,
            FormVersion = 1,
            Culture = "es-MX",
            State = EntryState.Received,
            CreatedAt = Morning,
            SentAt = Morning,
            ChangedAt = Morning,
            Answers = Answers.None.With("mensaje", "hola"),
        };
        return await store.Entries.AddAsync(new NewEntry(entry, "CON", attempt, "web") { Awaited = [.. awaited] }, Cancellation);
    }

    /// <summary>Puts letters into the outbox the way they come there.</summary>
    public static async Task SettleAsync(ContentStore store, params FormLetter[] letters)
    {
        await AddAsync(store, "mail");
        var taken = await store.Arrivals.TakeDueAsync(Morning, Morning.AddMinutes(1), 10, Cancellation);
        await store.Arrivals.SettleAsync([new DoneArrival(Assert.Single(taken), letters)], Cancellation);
    }
}
