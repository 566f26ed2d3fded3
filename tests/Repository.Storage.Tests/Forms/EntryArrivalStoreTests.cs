using Repository.Core.Forms.Entries;
using Repository.Core.Forms.Mail;
using Repository.Testing;

namespace Repository.Storage.Tests.Forms;

public abstract class EntryArrivalStoreTests(TestDatabase database) : StoreTests(database)
{
    private static DateTimeOffset Morning => ArrivedEntries.Morning;

    [Fact]
    public async Task what_one_took_is_nobody_elses_until_its_time_comes_again()
    {
        var (here, there) = (await OpenAsync(), await OpenAsync());
        for (var number = 0; number < 30; number++) await ArrivedEntries.AddAsync(here, "mail", "proposal");

        var taken = (await Task.WhenAll(Enumerable.Range(0, 6).Select(number => Task.Run(() => TakeAsync(number % 2 == 0 ? here : there), Cancellation)))).SelectMany(some => some).ToList();
        while (await TakeAsync(here) is { Count: > 0 } rest) taken.AddRange(rest);

        Assert.Equal((60, 60), (taken.Count, taken.DistinctBy(arrival => (arrival.Entry.Key, arrival.Name)).Count()));
        Assert.All(taken, arrival => Assert.Equal((1, "hola"), (arrival.Attempts, arrival.Entry.Answers.Text("mensaje"))));
        Assert.Empty(await there.Arrivals.TakeDueAsync(Morning.AddSeconds(59), Morning.AddMinutes(2), 100, Cancellation));
        Assert.Equal(60, (await there.Arrivals.TakeDueAsync(Morning.AddMinutes(1), Morning.AddMinutes(2), 100, Cancellation)).Length);

        async Task<List<AwaitedArrival>> TakeAsync(ContentStore store) => [.. await store.Arrivals.TakeDueAsync(Morning, Morning.AddMinutes(1), 10, Cancellation)];
    }

    [Fact]
    public async Task what_two_say_is_done_has_its_letters_once_also_when_the_first_was_sent_meanwhile()
    {
        var store = await OpenAsync();
        var entry = await ArrivedEntries.AddAsync(store, "mail", "proposal");
        var taken = await store.Arrivals.TakeDueAsync(Morning, Morning.AddMinutes(1), 10, Cancellation);
        var letter = Letter(entry);

        await store.Arrivals.SettleAsync([.. taken.Select(arrival => new DoneArrival(arrival, arrival.Name == "mail" ? [letter] : []))], Cancellation);
        var first = await store.Letters.TakeDueAsync(Morning, Morning.AddMinutes(9), 10, Cancellation);
        await store.Letters.SentAsync(letter.Key, Cancellation);
        await store.Arrivals.SettleAsync([.. taken.Select(arrival => new DoneArrival(arrival, [letter]))], Cancellation);

        Assert.Equal(letter.Key, Assert.Single(first).Key);
        Assert.Equal(0, (await store.Letters.StandingAsync(Cancellation)).Waiting);
        Assert.Empty(await store.Arrivals.TakeDueAsync(Morning.AddDays(1), Morning.AddDays(2), 10, Cancellation));
    }

    [Fact]
    public async Task what_is_put_off_comes_again_at_its_time_and_counts_how_often()
    {
        var store = await OpenAsync();
        var entry = await ArrivedEntries.AddAsync(store, "mail");
        var first = Assert.Single(await store.Arrivals.TakeDueAsync(Morning, Morning.AddMinutes(1), 10, Cancellation));

        await store.Arrivals.PutOffAsync(first, Morning.AddHours(1), Cancellation);

        Assert.Empty(await store.Arrivals.TakeDueAsync(Morning.AddMinutes(59), Morning.AddHours(2), 10, Cancellation));
        Assert.Equal(2, Assert.Single(await store.Arrivals.TakeDueAsync(Morning.AddHours(1), Morning.AddHours(2), 10, Cancellation)).Attempts);
        Assert.Equal(3, Assert.Single(await store.Arrivals.TakeOfAsync(entry.Key, Morning.AddHours(2), Cancellation)).Attempts);
    }

    [Fact]
    public async Task nothing_is_done_about_what_was_erased()
    {
        var store = await OpenAsync();
        var entry = await ArrivedEntries.AddAsync(store, "mail");

        await store.Entries.EraseAsync(entry.Key, "ana", Morning, Cancellation);

        Assert.Empty(await store.Arrivals.TakeDueAsync(Morning, Morning.AddMinutes(1), 10, Cancellation));
    }

    [Fact]
    public async Task an_attempt_that_is_sent_again_is_awaited_once()
    {
        var store = await OpenAsync();

        await ArrivedEntries.TryAddAsync(store, "intento", "mail");
        var again = await ArrivedEntries.TryAddAsync(store, "intento", "mail");

        Assert.IsType<EntryResult.Repeated>(again);
        Assert.Single(await store.Arrivals.TakeDueAsync(Morning, Morning.AddMinutes(1), 10, Cancellation));
    }

    [Fact]
    public async Task a_change_brings_with_it_what_is_awaited_of_it_and_one_that_came_too_late_does_not()
    {
        var store = await OpenAsync();
        var entry = await ArrivedEntries.AddAsync(store);

        await store.Entries.ChangeAsync(entry with { State = EntryState.InProgress }, "ana", ["mail"], Cancellation);
        await store.Entries.ChangeAsync(entry with { State = EntryState.Settled }, "ana", ["proposal"], Cancellation);

        Assert.Equal("mail", Assert.Single(await store.Arrivals.TakeDueAsync(Morning, Morning.AddMinutes(1), 10, Cancellation)).Name);
    }

    private static FormLetter Letter(FormEntry entry) => new()
    {
        Key = Guid.NewGuid(),
        Kind = LetterKind.Arrival,
        Form = entry.Form,
        Entry = entry.Key,
        Folio = entry.Folio,
        To = "ana@example.org",
        CreatedAt = Morning,
        NextAt = Morning,
    };
}

public sealed class SqliteEntryArrivalStoreTests() : EntryArrivalStoreTests(new SqliteTestDatabase());

public sealed class PostgresEntryArrivalStoreTests(PostgresCluster cluster) : EntryArrivalStoreTests(new PostgresTestDatabase(cluster));
