using System.Collections.Immutable;
using Repository.Core.Forms.Entries;
using Repository.Core.Forms.Mail;
using Repository.Testing;

namespace Repository.Storage.Tests.Forms;

public abstract class FormMailStoreTests(TestDatabase database) : StoreTests(database)
{
    private static readonly DateTimeOffset Morning = new(2026, 3, 21, 15, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task a_letter_that_one_took_is_nobody_elses_until_its_time_comes_again()
    {
        var store = await OpenAsync();
        var mail = store.Letters;
        await ArrivedEntries.SettleAsync(store, [.. Enumerable.Range(0, 30).Select(_ => Letter())]);

        var all = (await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(TakeAsync, Cancellation)))).SelectMany(some => some).ToList();
        // Whoever found that others were faster left the rest for later.
        while (await TakeAsync() is { IsEmpty: false } rest) all.AddRange(rest);

        Assert.Equal((30, 30), (all.Count, all.DistinctBy(letter => letter.Key).Count()));
        Assert.All(all, letter => Assert.Equal(1, letter.Attempts));
        Assert.Empty(await mail.TakeDueAsync(Morning.AddMinutes(9), Morning.AddMinutes(20), 100, Cancellation));
        Assert.Equal(30, (await mail.TakeDueAsync(Morning.AddMinutes(10), Morning.AddMinutes(20), 100, Cancellation)).Length);

        Task<ImmutableArray<FormLetter>> TakeAsync() => mail.TakeDueAsync(Morning, Morning.AddMinutes(10), 10, Cancellation);
    }

    [Fact]
    public async Task what_was_sent_is_gone_and_what_was_given_up_waits_for_somebody()
    {
        var store = await OpenAsync();
        var mail = store.Letters;
        var (sent, failed, lost) = (Letter(), Letter(), Letter());
        await ArrivedEntries.SettleAsync(store, [sent, failed, lost]);
        await mail.TakeDueAsync(Morning, Morning.AddMinutes(10), 10, Cancellation);

        await mail.SentAsync(sent.Key, Cancellation);
        await mail.FailedAsync(failed.Key, Morning.AddHours(1), "MailboxBusy", Cancellation);
        await mail.FailedAsync(lost.Key, null, "MailboxUnavailable", Cancellation);

        var standing = await mail.StandingAsync(Cancellation);
        Assert.Equal((1L, 1L, Morning), (standing.Waiting, standing.GivenUp, standing.Oldest));
        Assert.Equal(1, await mail.ReviveAsync(Morning.AddDays(9), Cancellation));
        Assert.Equal(new HashSet<Guid> { failed.Key, lost.Key }, [.. (await mail.TakeDueAsync(Morning.AddDays(9), Morning.AddDays(10), 10, Cancellation)).Select(letter => letter.Key)]);
    }

    [Fact]
    public async Task recipients_are_kept_in_their_order_and_replaced_whole()
    {
        var (mail, form) = ((await OpenAsync()).Letters, Guid.NewGuid());

        await mail.SetRecipientsAsync(form, ["b@example.org", "a@example.org"], Cancellation);
        var before = await mail.RecipientsAsync(form, Cancellation);
        await mail.SetRecipientsAsync(form, ["c@example.org"], Cancellation);

        Assert.Equal(["b@example.org", "a@example.org"], before);
        Assert.Equal(["c@example.org"], await mail.RecipientsAsync(form, Cancellation));
        Assert.Empty(await mail.RecipientsAsync(Guid.NewGuid(), Cancellation));
    }

    [Fact]
    public async Task accesses_come_newest_first_and_by_form()
    {
        var (store, form) = ((await OpenAsync()).EntryAccess, Guid.NewGuid());
        var (read, taken, other) = (Access(form, 1, AccessAct.Read), Access(form, 2, AccessAct.Exported) with { Entry = null }, Access(Guid.NewGuid(), 3, AccessAct.Erased));
        foreach (var access in (EntryAccess[])[read, taken, other]) await store.TellAsync(access, Cancellation);

        Assert.Equal([other, taken, read], await store.PageAsync(new AccessQuery(10), Cancellation));
        Assert.Equal([taken, read], await store.PageAsync(new AccessQuery(10) { Form = form }, Cancellation));
        Assert.Equal([read], await store.PageAsync(new AccessQuery(10) { Form = form, Before = taken.At }, Cancellation));
    }

    [Fact]
    public async Task an_entry_has_one_draft_made_of_it()
    {
        var store = (await OpenAsync()).ProposedItems;
        var first = new ProposedItem(Guid.NewGuid(), Guid.NewGuid(), "PRO-2026-000001-A", Guid.NewGuid(), Morning);

        await store.AddAsync(first, Cancellation);
        await store.AddAsync(first with { Item = Guid.NewGuid() }, Cancellation);

        Assert.Equal(first, await store.OfEntryAsync(first.Entry, Cancellation));
        Assert.Equal([first], await store.AllAsync(Cancellation));
        Assert.Null(await store.OfEntryAsync(Guid.NewGuid(), Cancellation));
    }

    private static EntryAccess Access(Guid form, int hour, AccessAct act) => new(Guid.NewGuid(), Morning.AddHours(hour), "ana", act, form, Guid.NewGuid(), "CON-2026-000001-K");

    private static FormLetter Letter() => new()
    {
        Key = Guid.NewGuid(),
        Kind = LetterKind.Arrival,
        Form = Guid.NewGuid(),
        Entry = Guid.NewGuid(),
        Folio = "CON-2026-000001-K",
        To = "ana@example.org",
        CreatedAt = Morning,
        NextAt = Morning,
    };
}

public sealed class SqliteFormMailStoreTests() : FormMailStoreTests(new SqliteTestDatabase());

public sealed class PostgresFormMailStoreTests(PostgresCluster cluster) : FormMailStoreTests(new PostgresTestDatabase(cluster));
