using Repository.Core.Forms;
using Repository.Core.Forms.Designs;
using Repository.Core.Forms.Entries;
using Repository.Testing;

namespace Repository.Storage.Tests.Forms;

public abstract class EntryStoreTests(TestDatabase database) : StoreTests(database)
{
    private static readonly DateTimeOffset Morning = new(2026, 3, 21, 15, 0, 0, TimeSpan.Zero);
    private static readonly Form Contact = ((FormCompilation.Built)Form.Compile(ContactDesign.Make())).Form;

    [Fact]
    public async Task an_entry_comes_back_as_it_was_sent_with_a_folio()
    {
        var store = await EntriesAsync();
        var sent = Entry("hola ñ 🌽") with { Files = [File("acta.pdf"), File("foto.png")], Consent = new EntryConsent("2026-1", Morning), Content = Guid.NewGuid(), EraseAt = Morning.AddDays(30) };

        var kept = await AddAsync(store, sent);

        Assert.Equal("CON-2026-000001-", kept.Folio[..^1]);
        Assert.Equal(kept.Folio, Folio.Read(kept.Folio.ToLowerInvariant()));
        var found = await store.FindByFolioAsync(kept.Folio, Cancellation);
        AssertSame(sent with { Folio = kept.Folio }, found!);
        AssertSame(found!, (await store.FindAsync(sent.Key, Cancellation))!);
    }

    [Fact]
    public async Task the_same_attempt_again_gives_the_entry_that_is_there()
    {
        var store = await EntriesAsync();

        var first = await store.AddAsync(new NewEntry(Entry("uno"), "CON", "intento", "web"), Cancellation);
        var second = await store.AddAsync(new NewEntry(Entry("dos"), "CON", "intento", "web"), Cancellation);

        var kept = Assert.IsType<EntryResult.Done>(first).Entry;
        Assert.Equal(kept.Key, Assert.IsType<EntryResult.Repeated>(second).Entry.Key);
        Assert.Equal("CON-2026-000002-", (await AddAsync(store, Entry("tres"))).Folio[..^1]);
    }

    [Fact]
    public async Task an_attempt_made_by_many_at_once_is_kept_once_and_folios_have_no_gaps()
    {
        var store = await EntriesAsync();

        var results = await Task.WhenAll(Enumerable.Range(0, 40).Select(number => Task.Run(() => store.AddAsync(new NewEntry(Entry($"{number}"), "CON", $"intento {number / 4}", "web"), Cancellation), Cancellation)));

        Assert.Equal(10, results.Count(result => result is EntryResult.Done));
        Assert.Equal(30, results.Count(result => result is EntryResult.Repeated));
        var folios = (await AllAsync(store)).Select(entry => entry.Folio[..15]).Order(StringComparer.Ordinal);
        Assert.Equal(Enumerable.Range(1, 10).Select(number => $"CON-2026-{number:000000}"), folios);
    }

    [Fact]
    public async Task one_entry_that_cannot_be_kept_keeps_no_other_from_it()
    {
        var store = await EntriesAsync();
        var twice = Entry("dos veces");

        var adding = Enumerable.Range(0, 20).Select(number => Task.Run(() => store.AddAsync(new NewEntry(number is 7 or 13 ? twice : Entry($"{number}"), "CON", "", "web"), Cancellation), Cancellation)).ToList();
        await ((Task)Task.WhenAll(adding)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);

        Assert.Equal(1, adding.Count(one => one.IsFaulted));
        var folios = (await AllAsync(store)).Select(entry => entry.Folio[..15]).Order(StringComparer.Ordinal);
        Assert.Equal(Enumerable.Range(1, 19).Select(number => $"CON-2026-{number:000000}"), folios);
    }

    [Fact]
    public async Task files_that_no_entry_names_are_told_from_those_that_one_does()
    {
        var store = await EntriesAsync();
        var (named, orphan) = (File("acta.pdf"), Guid.NewGuid());
        await AddAsync(store, Entry("con acta") with { Files = [named] });

        Assert.Equal([orphan], await store.UnnamedFilesAsync([named.Key, orphan], Cancellation));
        Assert.Empty(await store.UnnamedFilesAsync([], Cancellation));
    }

    [Fact]
    public async Task a_form_keeps_its_number_until_its_definition_changes()
    {
        var store = await EntriesAsync();
        var other = ((FormCompilation.Built)Form.Compile(ContactDesign.Make() with { SubmitLabel = "Mandar" })).Form;

        var again = await store.RegisterAsync(Contact, Morning.AddDays(1), Cancellation);
        var changed = await store.RegisterAsync(other, Morning.AddDays(2), Cancellation);
        var back = await store.RegisterAsync(Contact, Morning.AddDays(3), Cancellation);

        Assert.Equal((1, 2, 1), (again.Number, changed.Number, back.Number));
        Assert.Equal([Contact.Hash, other.Hash], (await store.VersionsAsync(Contact.Definition.Key, Cancellation)).Select(version => FormJson.Hash(version.Definition)));
    }

    [Fact]
    public async Task a_draft_is_found_by_its_link_and_never_by_its_folio_alone()
    {
        var store = await EntriesAsync();
        var link = PrivateLink.New();
        var draft = await AddAsync(store, Entry("a medias") with { State = EntryState.Draft, SentAt = null, LinkHash = PrivateLink.Hash(link) });

        Assert.Equal(draft.Key, (await store.FindByLinkAsync(PrivateLink.Hash(link)!, Cancellation))?.Key);
        Assert.Null(await store.FindByLinkAsync(PrivateLink.Hash(PrivateLink.New())!, Cancellation));
        Assert.Null(PrivateLink.Hash(draft.Folio));
        Assert.Null(PrivateLink.Hash($"{link[..^1]}/"));
    }

    [Fact]
    public async Task whoever_changes_an_entry_that_somebody_else_changed_finds_out()
    {
        var store = await EntriesAsync();
        var kept = await AddAsync(store, Entry("uno"));

        var first = await store.ChangeAsync(kept with { State = EntryState.InProgress, ChangedAt = Morning.AddHours(1) }, "ana", Cancellation);
        var second = await store.ChangeAsync(kept with { State = EntryState.Dismissed, ChangedAt = Morning.AddHours(2) }, "beto", Cancellation);

        Assert.Equal(2, Assert.IsType<EntryResult.Done>(first).Entry.Revision);
        Assert.IsType<EntryResult.Stale>(second);
        Assert.IsType<EntryResult.Missing>(await store.ChangeAsync(kept with { Key = Guid.NewGuid() }, "ana", Cancellation));
        Assert.True(await store.AddNoteAsync(kept.Key, new EntryEvent(Morning.AddHours(3), "ana", null, "Llamar el lunes."), Cancellation));
        Assert.False(await store.AddNoteAsync(Guid.NewGuid(), new EntryEvent(Morning.AddHours(3), "ana", null, "¿Para quién?"), Cancellation));
        Assert.Equal(
            [new(Morning, "web", EntryState.Received, ""), new(Morning.AddHours(1), "ana", EntryState.InProgress, ""), new EntryEvent(Morning.AddHours(3), "ana", null, "Llamar el lunes.")],
            await store.EventsAsync(kept.Key, Cancellation));
    }

    [Fact]
    public async Task a_file_taken_out_of_a_draft_is_listed_for_erasure()
    {
        var store = await EntriesAsync();
        var (stays, goes, comes) = (File("acta.pdf"), File("vieja.png"), File("nueva.png"));
        var draft = await AddAsync(store, Entry("a medias") with { State = EntryState.Draft, Files = [stays, goes] });

        await store.ChangeAsync(draft with { Files = [stays, comes] }, "web", Cancellation);

        Assert.Equal([goes.Key], await store.FilesToEraseAsync(10, Cancellation));
        Assert.Equal(new HashSet<EntryFile> { stays, comes }, [.. (await store.FindAsync(draft.Key, Cancellation))!.Files]);
    }

    [Fact]
    public async Task when_its_time_has_come_nothing_anybody_said_is_left_of_an_entry()
    {
        var store = await EntriesAsync();
        var file = File("acta.pdf");
        var hash = PrivateLink.Hash(PrivateLink.New());
        var due = await AddAsync(store, Entry("secreto") with { EraseAt = Morning.AddDays(1), Files = [file], LinkHash = hash, Consent = new EntryConsent("1", Morning) });
        var stays = await AddAsync(store, Entry("se queda") with { EraseAt = Morning.AddDays(3) });
        await store.AddNoteAsync(due.Key, new EntryEvent(Morning, "ana", null, "Dice que es secreto."), Cancellation);

        var erased = await store.EraseDueAsync(Morning.AddDays(2), 10, Cancellation);

        Assert.Equal(1, erased);
        var left = (await store.FindByFolioAsync(due.Folio, Cancellation))!;
        Assert.Equal((EntryState.Erased, "", Answers.None), (left.State, left.Culture, left.Answers));
        Assert.Empty(left.Files);
        Assert.Null(left.Consent);
        Assert.Null(await store.FindByLinkAsync(hash!, Cancellation));
        Assert.Equal([new EntryEvent(Morning.AddDays(2), "retention", EntryState.Erased, "")], await store.EventsAsync(due.Key, Cancellation));
        Assert.Equal([file.Key], await store.FilesToEraseAsync(10, Cancellation));
        await store.FilesErasedAsync([file.Key], Cancellation);
        Assert.Empty(await store.FilesToEraseAsync(10, Cancellation));
        Assert.Equal("se queda", (await store.FindAsync(stays.Key, Cancellation))!.Answers.Text("mensaje"));
        Assert.IsType<EntryResult.Missing>(await store.ChangeAsync(due, "ana", Cancellation));
        Assert.Equal(0, await store.EraseDueAsync(Morning.AddDays(2), 10, Cancellation));
    }

    [Fact]
    public async Task pages_go_on_where_the_last_one_ended()
    {
        var store = await EntriesAsync();
        foreach (var number in Enumerable.Range(0, 25)) await AddAsync(store, Entry($"{number}") with { CreatedAt = Morning.AddMinutes(number / 3), State = number % 5 == 0 ? EntryState.Quarantined : EntryState.Received });

        var seen = new List<FormEntry>();
        EntryPlace? after = null;
        while (await store.PageAsync(new EntryQuery(Contact.Definition.Key, EntryState.Received, after, 7), Cancellation) is { IsEmpty: false } page)
        {
            seen.AddRange(page);
            after = new EntryPlace(page[^1].CreatedAt, page[^1].Key);
        }

        Assert.Equal(20, seen.DistinctBy(entry => entry.Key).Count());
        Assert.Equal(seen.OrderByDescending(entry => entry.CreatedAt).Select(entry => entry.CreatedAt), seen.Select(entry => entry.CreatedAt));
        var counts = await store.CountsAsync(Contact.Definition.Key, Cancellation);
        Assert.Equal([("quarantined", 5L), ("received", 20L)], counts.Select(count => (count.Key, count.Value)));
    }

    [Fact]
    public async Task a_page_is_narrowed_to_when_entries_were_begun()
    {
        var store = await EntriesAsync();
        foreach (var day in Enumerable.Range(0, 5)) await AddAsync(store, Entry($"{day}") with { CreatedAt = Morning.AddDays(day) });

        var some = await store.PageAsync(new EntryQuery(Contact.Definition.Key, null, null, 10) { From = Morning.AddDays(1), Until = Morning.AddDays(3) }, Cancellation);

        Assert.Equal(["2", "1"], some.Select(entry => entry.Answers.Text("mensaje")));
    }

    [Fact]
    public async Task a_long_reading_gives_every_entry_once_and_in_order()
    {
        var store = await EntriesAsync();
        foreach (var number in Enumerable.Range(0, 1_030)) await AddAsync(store, Entry($"{number}") with { CreatedAt = Morning.AddSeconds(number / 7) });

        var all = await AllAsync(store);

        Assert.Equal(1_030, all.DistinctBy(entry => entry.Key).Count());
        Assert.Equal(all.OrderBy(entry => entry.CreatedAt).Select(entry => entry.CreatedAt), all.Select(entry => entry.CreatedAt));
    }

    private async Task<IEntryStore> EntriesAsync()
    {
        var store = (await OpenAsync()).Entries;
        await store.RegisterAsync(Contact, Morning, Cancellation);
        return store;
    }

    private static async Task<FormEntry> AddAsync(IEntryStore store, FormEntry entry) =>
        Assert.IsType<EntryResult.Done>(await store.AddAsync(new NewEntry(entry, "CON", "", "web"), Cancellation)).Entry;

    private static async Task<List<FormEntry>> AllAsync(IEntryStore store)
    {
        var all = new List<FormEntry>();
        await foreach (var entry in store.ReadAsync(Contact.Definition.Key, [EntryState.Received], Cancellation)) all.Add(entry);
        return all;
    }

    private static FormEntry Entry(string message) => new()
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
        Answers = Answers.None.With("mensaje", message),
    };

    private static EntryFile File(string name) => new(Guid.NewGuid(), "soporte", name, "application/pdf", 1234, "ab12");

    private static void AssertSame(FormEntry expected, FormEntry actual)
    {
        Assert.Equal(expected.Files.AsEnumerable(), actual.Files.AsEnumerable());
        Assert.Equal(expected with { Files = actual.Files }, actual);
    }
}

public sealed class SqliteEntryStoreTests() : EntryStoreTests(new SqliteTestDatabase());

public sealed class PostgresEntryStoreTests(PostgresCluster cluster) : EntryStoreTests(new PostgresTestDatabase(cluster));
