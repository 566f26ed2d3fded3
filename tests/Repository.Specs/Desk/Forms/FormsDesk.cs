using Microsoft.Extensions.DependencyInjection;
using Repository.Core.Forms;
using Repository.Core.Forms.Designs;
using Repository.Core.Forms.Entries;
using Repository.Storage.Forms;
using Repository.Web.Forms;
using Repository.Web.Forms.Receiving;

namespace Repository.Specs.Desk.Forms;

/// <summary>A desk with the forms of the seed, a clock that is set by hand, and people who have sent something.</summary>
public class FormsDesk : WritingDesk
{
    internal DeskKit.SetClock Clock { get; } = new();

    internal static Guid Contact { get; } = ContactDesign.Make().Key;

    internal static Guid Proposal { get; } = ProposalDesign.Make().Key;

    internal FormBook Book => Site.Service<FormBook>();

    internal IEntryStore Entries => Site.Service<IEntryStore>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private protected override void Exchange(IServiceCollection services) => services.AddSingleton<TimeProvider>(Clock);

    /// <summary>What somebody sent, as it is kept; the answers are those of the form in force.</summary>
    internal Task<FormEntry> SentAsync(Guid form, params (string Alias, string Text)[] answers) => SentAsync(form, EntryState.Received, [], answers);

    internal async Task<FormEntry> SentAsync(Guid form, EntryState state, (string Alias, string Name, byte[] Bytes)[] files, params (string Alias, string Text)[] answers)
    {
        // Nobody sends anything at the very same time.
        Clock.Now = Clock.Now.AddMilliseconds(1);
        var (live, now, kept) = (Book.Find(form)!, Clock.GetUtcNow(), new List<EntryFile>());
        foreach (var (alias, name, bytes) in files)
        {
            var file = (await Site.Service<EntryFiles>().KeepAsync(new MemoryStream(bytes), name, "application/octet-stream", long.MaxValue, Cancellation))!;
            kept.Add(new EntryFile(file.File.Key, alias, name, file.File.MediaType, file.File.Length, file.Hash));
        }

        var entry = new FormEntry
        {
            Key = Guid.NewGuid(),
            Folio = "",
            Form = form,
            FormVersion = live.Version,
            Culture = "es-MX",
            State = state,
            CreatedAt = now,
            SentAt = state == EntryState.Draft ? null : now,
            ChangedAt = now,
            Answers = answers.GroupBy(answer => answer.Alias).Aggregate(Answers.None, (all, same) => all.With(same.Key, [.. same.Select(answer => answer.Text)])),
            Files = [.. kept],
            Consent = new EntryConsent("2026-1", now),
            EraseAt = now.AddDays(30),
        };
        return Assert.IsType<EntryResult.Done>(await Entries.AddAsync(new NewEntry(entry, live.Definition.FolioPrefix, "", "sender") { Awaited = state == EntryState.Received ? Site.Service<Arrivals>().AwaitedBy(live.Definition) : [] }, Cancellation)).Entry;
    }

    /// <summary>Has done what is awaited of an entry, and does not wait until somebody looks.</summary>
    internal Task ArriveAsync(FormEntry entry) => Site.Service<Arrivals>().RunAsync(entry.Key, Cancellation);

    internal Task<FormEntry> FindAsync(FormEntry entry) => FindAsync(entry.Key);

    internal async Task<FormEntry> FindAsync(Guid entry) => (await Entries.FindAsync(entry, Cancellation))!;

    internal static string Address(FormEntry entry, string more = "") => $"/desk/forms/{entry.Form:d}/entries/{entry.Key:d}{more}";

    /// <summary>A form of one question in force, nobody else's.</summary>
    internal async Task<FormDefinition> PublishedAsync(string name, params FormField[] fields)
    {
        var definition = new FormDefinition
        {
            Key = Guid.NewGuid(),
            Alias = $"f{Guid.NewGuid():n}",
            Name = name,
            Pages = [new FormPage("", null, [new Fieldset(Guid.NewGuid(), "", null, [new FieldColumn("", 0, [.. fields])])])],
        };
        await PublishAsync(definition);
        return definition;
    }

    internal async Task PublishAsync(FormDefinition definition)
    {
        var form = Assert.IsType<FormCompilation.Built>(Form.Compile(definition)).Form;
        await Site.Service<IFormStore>().PublishAsync(form, null, "specs", Clock.GetUtcNow(), Cancellation);
        await Book.RefreshAsync(Cancellation);
    }

    internal static FormField Question(Repository.Core.Forms.Kinds.IFieldKind kind, string alias, string caption) => new() { Id = Guid.NewGuid(), Alias = alias, Caption = caption, Type = kind.Id };
}
