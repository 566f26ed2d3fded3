using Repository.Core.Content;
using Repository.Core.Publishing;
using Repository.Testing;
using static Repository.Storage.Tests.UseCases.Newsroom;

namespace Repository.Storage.Tests.UseCases;

public abstract class CalendarTests(TestDatabase database) : StoreTests(database)
{
    [Fact]
    public async Task what_is_due_happens_oldest_first_and_the_rest_waits()
    {
        var desk = new Newsroom(await OpenAsync());
        var home = await desk.SectionAsync("Prácticas");
        var page = await desk.PageAsync("Tequio", home);
        var later = await desk.NoteAsync("Después");
        await PlanAsync(desk, page, ScheduledAction.Release, days: 2, Spanish);
        await PlanAsync(desk, home, ScheduledAction.Release, days: 1);
        await PlanAsync(desk, later, ScheduledAction.Release, days: 4);
        desk.Clock.Now = desk.Clock.Now.AddDays(3);

        var outcomes = await desk.Publishing.RunDueAsync(desk.Clock.Now, Cancellation);

        Assert.Equal([home.Key, page.Key], outcomes.Select(outcome => outcome.Schedule.ItemKey));
        Assert.All(outcomes, outcome => Assert.IsType<WriteResult.Done>(outcome.Result));
        Assert.Equal(("es-MX:tequio@1", ""), (await desk.PublicAsync(page), await desk.PublicAsync(later)));
        Assert.Empty(await desk.Publishing.RunDueAsync(desk.Clock.Now, Cancellation));
    }

    [Fact]
    public async Task what_is_due_happens_once_over_several_nodes()
    {
        var nodes = new[] { new Newsroom(await OpenAsync()), new Newsroom(await OpenAsync()), new Newsroom(await OpenAsync()) };
        for (var number = 0; number < 8; number++) await PlanAsync(nodes[0], await nodes[0].NoteAsync($"Nota {number}"), ScheduledAction.Release, days: 1);
        var now = nodes[0].Clock.Now.AddDays(1);

        var outcomes = await Task.WhenAll(nodes.Select(node => node.Publishing.RunDueAsync(now, Cancellation)));

        Assert.Equal(8, outcomes.Sum(done => done.Count));
        Assert.Equal(8, (await nodes[0].Store.ChangesAsync(0, 1000, Cancellation)).Count(line => line.Kind == ChangeKind.Published));
    }

    [Fact]
    public async Task an_expired_item_leaves_the_public()
    {
        var desk = new Newsroom(await OpenAsync());
        var note = await desk.PublishedAsync(await desk.NoteAsync("Nota"));
        await PlanAsync(desk, note, ScheduledAction.Expire, days: 1);

        await desk.Publishing.RunDueAsync(desk.Clock.Now.AddDays(1), Cancellation);

        Assert.Equal("", await desk.PublicAsync(note));
    }

    [Fact]
    public async Task a_release_that_is_refused_stays_out_and_does_not_come_back()
    {
        var desk = new Newsroom(await OpenAsync());
        var page = await desk.PageAsync("Tequio", await desk.SectionAsync("Sin publicar"));
        await PlanAsync(desk, page, ScheduledAction.Release, days: 1, Spanish);

        var outcomes = await desk.Publishing.RunDueAsync(desk.Clock.Now.AddDays(1), Cancellation);

        Assert.IsType<WriteResult.Invalid>(Assert.Single(outcomes).Result);
        Assert.Equal("", await desk.PublicAsync(page));
        Assert.Null(await desk.Store.AskAsync(reader => reader.NextDueAsync()));
    }

    [Fact]
    public async Task a_plan_that_fails_does_not_hold_up_those_behind_it()
    {
        var desk = new Newsroom(await OpenAsync(), new BrokenRule());
        var (note, section) = (await desk.NoteAsync("Nota"), await desk.SectionAsync("Prácticas"));
        await PlanAsync(desk, note, ScheduledAction.Release, days: 1);
        await PlanAsync(desk, section, ScheduledAction.Release, days: 2);

        var outcomes = await desk.Publishing.RunDueAsync(desk.Clock.Now.AddDays(3), Cancellation);

        Assert.Equal([(note.Key, true), (section.Key, false)], outcomes.Select(outcome => (outcome.Schedule.ItemKey, outcome.Failure is InvalidOperationException)));
        Assert.Equal(":practicas@1", await desk.PublicAsync(section));
        Assert.Single(await desk.Store.AskAsync(reader => reader.SchedulesAsync(note.Key)));
    }

    private sealed class BrokenRule : IItemRules
    {
        public string Type => "note";

        public IReadOnlyCollection<string> TermProperties => [];

        public ItemContent Derive(Core.Content.ItemReading reading) => reading.Content;

        public IEnumerable<ValueProblem> Check(Core.Content.ItemReading reading, string culture, IReadOnlyDictionary<Guid, string> termKeys) => throw new InvalidOperationException("Broken.");
    }

    [Fact]
    public async Task a_plan_lies_ahead_and_ends_after_it_begins()
    {
        var desk = new Newsroom(await OpenAsync());
        var note = await desk.NoteAsync("Nota");
        await PlanAsync(desk, note, ScheduledAction.Release, days: 3);

        await RefusedAsync(desk.Publishing.ScheduleAsync(await desk.SeenAsync(note), new Planned("", ScheduledAction.Release, desk.Clock.Now), Cancellation));
        await RefusedAsync(desk.Publishing.ScheduleAsync(await desk.SeenAsync(note), new Planned("", ScheduledAction.Expire, desk.Clock.Now.AddDays(2)), Cancellation));
        await RefusedAsync(desk.Publishing.ScheduleAsync(await desk.SeenAsync(note), new Planned(Spanish, ScheduledAction.Expire, desk.Clock.Now.AddDays(5)), Cancellation));

        Assert.Equal(desk.Clock.Now.AddDays(3), Assert.Single(await desk.Store.AskAsync(reader => reader.SchedulesAsync(note.Key))).At);
    }

    [Fact]
    public async Task a_plan_is_replaced_and_withdrawn()
    {
        var desk = new Newsroom(await OpenAsync());
        var note = await desk.NoteAsync("Nota");
        await PlanAsync(desk, note, ScheduledAction.Release, days: 3);
        await PlanAsync(desk, note, ScheduledAction.Release, days: 5);
        Assert.Equal(desk.Clock.Now.AddDays(5), await desk.Store.AskAsync(reader => reader.NextDueAsync()));

        await DoneAsync(desk.Publishing.UnscheduleAsync(await desk.SeenAsync(note), "", ScheduledAction.Release, Cancellation));

        Assert.Null(await desk.Store.AskAsync(reader => reader.NextDueAsync()));
        await RefusedAsync(desk.Publishing.UnscheduleAsync(await desk.SeenAsync(note), "", ScheduledAction.Release, Cancellation));
    }

    [Fact]
    public async Task publishing_by_hand_leaves_nothing_to_release()
    {
        var desk = new Newsroom(await OpenAsync());
        var note = await desk.NoteAsync("Nota");
        await PlanAsync(desk, note, ScheduledAction.Release, days: 3);

        await desk.PublishedAsync(note);

        Assert.Null(await desk.Store.AskAsync(reader => reader.NextDueAsync()));
    }

    private static async Task PlanAsync(Newsroom desk, Item item, ScheduledAction action, int days, string culture = "") =>
        await DoneAsync(desk.Publishing.ScheduleAsync(await desk.SeenAsync(item), new Planned(culture, action, desk.Clock.Now.AddDays(days)), Cancellation));
}

public sealed class SqliteCalendarTests() : CalendarTests(new SqliteTestDatabase());

public sealed class PostgresCalendarTests(PostgresCluster cluster) : CalendarTests(new PostgresTestDatabase(cluster));
