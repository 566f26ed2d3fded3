using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Repository.Core.Calls;
using Repository.Core.Forms;
using Repository.Core.Forms.Entries;
using Repository.Core.Forms.Mail;
using Repository.Core.Forms.Results;
using Repository.Storage;
using Repository.Storage.Forms;
using Repository.Testing;
using Repository.Web.Forms;
using Repository.Web.Forms.Receiving;
using Repository.Web.Operations;

namespace Repository.Specs.Forms;

/// <summary>What people said is nowhere any more when its time has come – also when nobody was up on that day.</summary>
public sealed class RetentionSpecs : IDisposable
{
    /// <summary>Stands in every answer, note and name of a file, and nowhere else.</summary>
    private const string Secret = "Xochitlquetzalli";

    private readonly TemporaryFolder _folder = new();
    private readonly FormClock _clock = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task a_program_that_was_down_on_the_day_erases_at_its_next_start_everything_that_was_said()
    {
        List<FormEntry> kept;
        await using (var site = await StartAsync())
        {
            kept = [await SentAsync(site, EntryState.Received, days: 30), await SentAsync(site, EntryState.Draft, days: 10)];
            await ToldOfAsync(site, kept[0]);
        }

        var before = await SaidAsync();
        _clock.Ahead = TimeSpan.FromDays(31);
        await using var later = await StartAsync();
        await Patience.UntilAsync(() => AreErasedAsync(later, kept), Cancellation);

        Assert.Superset(new HashSet<string> { "form_entry", "form_event", "form_file", "form_letter", "call_application", "call_event" }, before);
        Assert.Empty(await SaidAsync());
        Assert.Empty(Directory.GetFiles(later.Service<RepositoryOptions>().EntriesPath, "*", SearchOption.AllDirectories));
        Assert.Empty(await later.Service<IResultStore>().DecisionsAsync(EveryKindForm.Key, Cancellation));
        Assert.Equal(0, (await later.Service<IFormMail>().StandingAsync(Cancellation)).Waiting);
        Assert.Empty(await later.Service<IEntryArrivals>().TakeDueAsync(DateTimeOffset.MaxValue, DateTimeOffset.MaxValue, 10, Cancellation));
        Assert.Equal(kept.Select(entry => entry.Folio), await Task.WhenAll(kept.Select(async entry => (await later.Service<IEntryStore>().FindAsync(entry.Key, Cancellation))!.Folio)));
    }

    [Fact]
    public async Task not_a_byte_of_what_was_said_stays_in_the_file_of_the_database()
    {
        FormEntry kept;
        await using (var site = await StartAsync()) await ToldOfAsync(site, kept = await SentAsync(site, EntryState.Received, days: 30));
        var before = IsWritten();
        _clock.Ahead = TimeSpan.FromDays(31);

        await using (var later = await StartAsync()) await Patience.UntilAsync(() => AreErasedAsync(later, [kept]), Cancellation);

        Assert.True(before);
        Assert.False(IsWritten());
    }

    [Fact]
    public async Task what_has_days_left_stays_whole()
    {
        FormEntry kept;
        await using (var site = await StartAsync())
        {
            kept = await SentAsync(site, EntryState.Received, days: 30);
            await SentAsync(site, EntryState.Draft, days: 10);
        }

        _clock.Ahead = TimeSpan.FromDays(11);
        await using var later = await StartAsync();
        await Patience.UntilAsync(() => Directory.GetFiles(later.Service<RepositoryOptions>().EntriesPath, "*", SearchOption.AllDirectories).Length <= 1, Cancellation);

        var entry = (await later.Service<IEntryStore>().FindAsync(kept.Key, Cancellation))!;
        Assert.Equal((EntryState.Received, Secret), (entry.State, entry.Answers.Text("nombre")));
        await using var file = later.Service<EntryFiles>().Open(Assert.Single(entry.Files).Key);
        Assert.NotNull(file);
    }

    private async Task<TestSite> StartAsync()
    {
        var site = await TestSite.StartOnAsync(_folder.Path, services => services.AddSingleton<TimeProvider>(_clock), FormsSite.Settings);
        await FormsSite.PutIntoForceAsync(site, EveryKindForm.Form);
        return site;
    }

    private static async Task<FormEntry> SentAsync(TestSite site, EntryState state, int days)
    {
        var (now, live) = (site.Service<TimeProvider>().GetUtcNow(), site.Service<FormBook>().Find(EveryKindForm.Key)!);
        var file = (await site.Service<EntryFiles>().KeepAsync(new MemoryStream(Encoding.UTF8.GetBytes(Secret)), $"{Secret}.txt", "text/plain", 1000, Cancellation))!;
        var entry = new FormEntry
        {
            Key = Guid.NewGuid(),
            Folio = "",
            Form = EveryKindForm.Key,
            FormVersion = live.Version,
            Culture = "es-MX",
            State = state,
            CreatedAt = now,
            ChangedAt = now,
            Answers = Answers.None.With("nombre", Secret),
            Files = [new EntryFile(file.File.Key, "archivos", file.File.Name, file.File.MediaType, file.File.Length, file.Hash)],
            EraseAt = now.AddDays(days),
        };
        var added = await site.Service<IEntryStore>().AddAsync(new NewEntry(entry, "TODO", "", "sender") { Awaited = state == EntryState.Draft ? [] : site.Service<Arrivals>().AwaitedBy(live.Definition) }, Cancellation);
        return Assert.IsType<EntryResult.Done>(added).Entry;
    }

    /// <summary>Everything that may be kept about an entry: letters, a note, an open answer somebody let be read, and what was asked for an application.</summary>
    private static async Task ToldOfAsync(TestSite site, FormEntry entry)
    {
        var now = site.Service<TimeProvider>().GetUtcNow();
        await site.Service<IFormMail>().SetRecipientsAsync(entry.Form, [$"{Secret}@example.org"], Cancellation);
        await site.Service<Arrivals>().RunAsync(entry.Key, Cancellation);
        await site.Service<IFormMail>().SetRecipientsAsync(entry.Form, [], Cancellation);
        await site.Service<IEntryStore>().AddNoteAsync(entry.Key, new EntryEvent(now, "ana", null, $"Hablé con {Secret}."), Cancellation);
        await site.Service<IResultStore>().DecideAsync(new OpenAnswerDecision(entry.Key, "nombre", Shown: true, "ana", now), Cancellation);
        await site.Service<ICallStore>().StepAsync(
            entry.Key, standing => new CallResult.Done(standing with { Remedy = new Remedy($"Falta de {Secret}.", now.AddDays(1)) }, [new CallEvent(now, "ana", CallDeed.Asked, null, $"Falta de {Secret}.")]), Cancellation);
    }

    private static async Task<bool> AreErasedAsync(TestSite site, IEnumerable<FormEntry> kept)
    {
        foreach (var entry in kept)
        {
            if ((await site.Service<IEntryStore>().FindAsync(entry.Key, Cancellation))!.State != EntryState.Erased) return false;
        }

        return (await site.Service<IEntryStore>().FilesToEraseAsync(1, Cancellation)).IsEmpty;
    }

    private bool IsWritten() => Directory.GetFiles(_folder.Path, $"{Database.SqliteFile}*").Any(file => File.ReadAllBytes(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(Secret)) >= 0);

    /// <summary>The tables in which the word stands, in whatever column.</summary>
    private async Task<HashSet<string>> SaidAsync()
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(_folder.Path, Database.SqliteFile)};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync(Cancellation);
        var said = new HashSet<string>();
        foreach (var table in await RowsAsync(connection, "SELECT name FROM sqlite_master WHERE type = 'table'"))
        {
            var rows = await RowsAsync(connection, $"SELECT * FROM \"{table}\"");
            if (rows.Any(row => row.Contains(Secret, StringComparison.Ordinal))) said.Add(table);
        }

        return said;
    }

    private static async Task<List<string>> RowsAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names of tables, from the database itself.
        command.CommandText = sql;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        var rows = new List<string>();
        while (await reader.ReadAsync(Cancellation)) rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)));
        return rows;
    }
}
