using System.Collections.Immutable;
using Repository.Core.Calls;
using Repository.Core.Forms;
using Repository.Core.Forms.Designs;
using Repository.Core.Forms.Entries;
using Repository.Core.Workflow;
using Repository.Testing;

namespace Repository.Storage.Tests.Calls;

public abstract class CallStoreTests(TestDatabase database) : StoreTests(database)
{
    private static readonly DateTimeOffset Morning = new(2026, 3, 21, 15, 0, 0, TimeSpan.Zero);
    private static readonly Form Form = ((FormCompilation.Built)Form.Compile(ContactDesign.Make())).Form;
    private static readonly Rubric Rubric = Rubric.Make(
        [new Criterion("agua", "Agua", 60, "acta") { Marks = ImmutableSortedDictionary<int, string>.Empty.Add(4, "Ñandú 🌽") }, new Criterion("luz", "Luz", 40, "")],
        Enumerable.Range(0, 5).Select(value => new Level(value, $"nivel {value}")),
        70).Rubric!;

    private static readonly Call TheCall = new(Guid.NewGuid(), "Convocatoria")
    {
        Zone = CallZone.Find(CallZone.Usual)!,
        Form = Form.Definition.Key,
        Rubric = Rubric,
        Lineage = [Guid.NewGuid()],
        Threshold = 22.5m,
    };

    private static readonly Person Convener = new(Guid.NewGuid(), "Rosa", [new Grant(Role.Publisher, null)]);
    private static readonly Person Ana = Evaluator("Ana");
    private static readonly Person Beto = Evaluator("Beto");

    [Fact]
    public async Task an_evaluation_comes_back_as_it_was_made()
    {
        var (store, entry) = await InEvaluationAsync();
        var evaluating = new Evaluating(store.Calls, new Clock());
        await DoneAsync(evaluating.DeclareAsync(new EvaluationStep(entry, 1, Ana), hasConflict: false, "", Cancellation));

        await DoneAsync(evaluating.SealAsync(new EvaluationStep(entry, 2, Ana), Scores(4, 3), Cancellation));

        var found = (await store.Calls.FindAsync(entry, Cancellation))!;
        Assert.Equal(TheCall.Key, found.Call);
        Assert.Equal((ApplicationStates.InEvaluation, 22.5m), (found.State, found.Panel!.Threshold));
        Assert.Equal(CallJson.Write(Rubric), CallJson.Write(found.Panel.Rubric));
        var sheet = found.Panel.Find(Ana.Key)!;
        Assert.Equal((3, false, Morning, new CriterionScore(3, "por eso ñ")), (sheet.Revision, sheet.HasConflict, sheet.SealedAt, sheet.Scores["luz"]));
        Assert.Equal([Ana.Key, Beto.Key], found.Panel.Sheets.Select(one => one.Evaluator));
        Assert.Equal(
            [CallDeed.Admitted, CallDeed.Begun, CallDeed.Assigned, CallDeed.Assigned, CallDeed.DeclaredNone, CallDeed.Sealed],
            (await store.Calls.EventsAsync(entry, Cancellation)).Select(told => told.Deed));
    }

    [Fact]
    public async Task attempts_that_came_too_late_are_kept_once_each_by_call_and_not_without_end()
    {
        var (store, call) = (await OpenAsync(), Guid.NewGuid());
        var twice = new LateAttempt(Guid.NewGuid(), call, Morning.AddHours(1));

        await store.Calls.NoteLateAsync(twice, Cancellation);
        await store.Calls.NoteLateAsync(twice with { At = Morning.AddHours(2) }, Cancellation);
        await store.Calls.NoteLateAsync(new LateAttempt(Guid.NewGuid(), call, Morning), Cancellation);
        await store.Calls.NoteLateAsync(new LateAttempt(Guid.NewGuid(), Guid.NewGuid(), Morning), Cancellation);

        Assert.Equal([Morning, Morning.AddHours(1)], (await store.Calls.LateAsync(call, Cancellation)).Select(attempt => attempt.At));

        for (var more = 0; more < LateAttempt.Most; more++) await store.Calls.NoteLateAsync(new LateAttempt(Guid.NewGuid(), call, Morning), Cancellation);

        Assert.Equal(LateAttempt.Most, (await store.Calls.LateAsync(call, Cancellation)).Length);
    }

    [Fact]
    public async Task what_is_sealed_never_changes_whatever_a_step_says()
    {
        var (store, entry) = await InEvaluationAsync();
        await SealAsync(store, entry, Ana, 4, 4);

        Task Forge() => store.Calls.StepAsync(entry, application => new CallResult.Done(application with { Panel = Forged(application.Panel!) }, []), Cancellation);
        Task Drop() => store.Calls.StepAsync(entry, application => new CallResult.Done(application with { Panel = application.Panel! with { Sheets = application.Panel.Sheets.RemoveAt(0) } }, []), Cancellation);

        await Assert.ThrowsAsync<InvalidOperationException>(Forge);
        await Assert.ThrowsAsync<InvalidOperationException>(Drop);
        var kept = (await store.Calls.FindAsync(entry, Cancellation))!.Panel!;
        Assert.Equal(4, kept.Find(Ana.Key)!.Scores["agua"].Level);
        Assert.Equal(2, kept.Sheets.Length);
    }

    [Fact]
    public async Task of_many_who_seal_one_sheet_at_once_one_does()
    {
        var (store, entry) = await InEvaluationAsync();
        var evaluating = new Evaluating(store.Calls, new Clock());
        await DoneAsync(evaluating.DeclareAsync(new EvaluationStep(entry, 1, Ana), hasConflict: false, "", Cancellation));

        var results = await Task.WhenAll(Enumerable.Range(0, 5).Select(level => Task.Run(() => evaluating.SealAsync(new EvaluationStep(entry, 2, Ana), Scores(level, level), Cancellation), Cancellation)));

        var done = Assert.Single(results.OfType<CallResult.Done>());
        var kept = (await store.Calls.FindAsync(entry, Cancellation))!.Panel!.Find(Ana.Key)!;
        Assert.Equal(done.Application.Panel!.Find(Ana.Key)!.Scores, kept.Scores);
        Assert.Equal(4, results.OfType<CallResult.Refused>().Count(refused => refused.Reasons[0].Contains("sellada", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task whoever_writes_on_an_old_state_finds_out_and_nothing_is_lost()
    {
        var (store, entry) = await InEvaluationAsync();
        var evaluating = new Evaluating(store.Calls, new Clock());
        await DoneAsync(evaluating.DeclareAsync(new EvaluationStep(entry, 1, Ana), hasConflict: false, "", Cancellation));
        await DoneAsync(evaluating.ScoreAsync(new EvaluationStep(entry, 2, Ana), Scores(1, 1), Cancellation));

        var late = await evaluating.ScoreAsync(new EvaluationStep(entry, 2, Ana), Scores(4, 4), Cancellation);
        var lateToo = await new Convening(store.Calls, new Clock()).AdmitAsync(new CallStep(TheCall, entry, 1, Convener), Cancellation);

        Assert.IsType<CallResult.Stale>(late);
        Assert.IsType<CallResult.Stale>(lateToo);
        Assert.Equal(1, (await store.Calls.FindAsync(entry, Cancellation))!.Panel!.Find(Ana.Key)!.Scores["agua"].Level);
    }

    [Fact]
    public async Task people_find_the_applications_they_were_asked_to_evaluate_and_no_others()
    {
        var (store, entry) = await InEvaluationAsync();
        var other = await SentAsync(store, "otra");
        await SentAsync(store, "apenas empezada", EntryState.Draft);

        Assert.Equal([entry], (await store.Calls.OfEvaluatorAsync(Ana.Key, Cancellation)).Select(application => application.Entry.Key));
        Assert.Empty(await store.Calls.OfEvaluatorAsync(Convener.Key, Cancellation));
        Assert.Equal([entry, other], (await store.Calls.OfFormAsync(Form.Definition.Key, Cancellation)).Select(application => application.Entry.Key).Order().OrderBy(key => key == other));
    }

    [Fact]
    public async Task what_was_said_about_an_entry_goes_with_what_it_said()
    {
        var (store, entry) = await InEvaluationAsync();
        await SealAsync(store, entry, Ana, 4, 4);

        Assert.True(await store.Entries.EraseAsync(entry, "ana", Morning, Cancellation));

        Assert.Null(await store.Calls.FindAsync(entry, Cancellation));
        Assert.Empty(await store.Calls.EventsAsync(entry, Cancellation));
        Assert.Empty(await store.Calls.OfEvaluatorAsync(Ana.Key, Cancellation));
    }

    [Fact]
    public async Task a_step_that_is_refused_leaves_nothing_behind()
    {
        var store = await OpenAsync();
        var entry = await SentAsync(store, "una");

        var refused = await new Convening(store.Calls, new Clock()).DecideAsync(new CallStep(TheCall, entry, 1, Convener), new DateOnly(2026, 4, 1), Cancellation);

        Assert.IsType<CallResult.Refused>(refused);
        Assert.Equal((ApplicationStates.Sent, (Guid?)null), ((await store.Calls.FindAsync(entry, Cancellation))!.State, (await store.Calls.FindAsync(entry, Cancellation))!.Call));
    }

    private static EvaluationPanel Forged(EvaluationPanel panel) => panel with
    {
        Sheets = [.. panel.Sheets.Select(sheet => sheet.IsSealed ? sheet with { Scores = Scores(0, 0).ToImmutableSortedDictionary(), Revision = sheet.Revision + 1 } : sheet)],
    };

    private async Task<(ContentStore Store, Guid Entry)> InEvaluationAsync()
    {
        var store = await OpenAsync();
        var convening = new Convening(store.Calls, new Clock());
        var entry = await SentAsync(store, "una");
        await DoneAsync(convening.AdmitAsync(new CallStep(TheCall, entry, 1, Convener), Cancellation));
        await DoneAsync(convening.BeginAsync(new CallStep(TheCall, entry, 2, Convener), Cancellation));
        foreach (var evaluator in (Person[])[Ana, Beto]) await DoneAsync(convening.AssignAsync(new CallStep(TheCall, entry, 3, Convener), evaluator, "alguien@example.org", Cancellation));
        return (store, entry);
    }

    private static async Task SealAsync(ContentStore store, Guid entry, Person by, int first, int second)
    {
        var evaluating = new Evaluating(store.Calls, new Clock());
        await DoneAsync(evaluating.DeclareAsync(new EvaluationStep(entry, 1, by), hasConflict: false, "", Cancellation));
        await DoneAsync(evaluating.SealAsync(new EvaluationStep(entry, 2, by), Scores(first, second), Cancellation));
    }

    private static async Task<Guid> SentAsync(ContentStore store, string message, EntryState? state = null)
    {
        await store.Entries.RegisterAsync(Form, Morning, Cancellation);
        var entry = new FormEntry
        {
            Key = Guid.NewGuid(),
            Folio = "",
            Form = Form.Definition.Key,
            FormVersion = 1,
            Culture = "es-MX",
            State = state ?? ApplicationStates.Sent,
            CreatedAt = Morning,
            SentAt = Morning,
            ChangedAt = Morning,
            Answers = Answers.None.With("mensaje", message),
        };
        await store.Entries.AddAsync(new NewEntry(entry, "PTP", "", "web"), Cancellation);
        return entry.Key;
    }

    private static Dictionary<string, CriterionScore> Scores(int water, int light) => new() { ["agua"] = new(water, "por esto"), ["luz"] = new(light, "por eso ñ") };

    private static Person Evaluator(string name) => new(Guid.NewGuid(), name, [new Grant(Role.Evaluator, null)]);

    private static async Task DoneAsync(Task<CallResult> step) => Assert.IsType<CallResult.Done>(await step);

    private sealed class Clock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Morning;
    }
}

public sealed class SqliteCallStoreTests() : CallStoreTests(new SqliteTestDatabase());

public sealed class PostgresCallStoreTests(PostgresCluster cluster) : CallStoreTests(new PostgresTestDatabase(cluster));
