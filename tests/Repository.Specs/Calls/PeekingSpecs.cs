using System.Net;
using Repository.Core.Calls;
using Repository.Core.Workflow;
using Repository.Specs.Desk;

namespace Repository.Specs.Calls;

/// <summary>What others think of an application nobody learns before saying what they think themselves, by no way there is.</summary>
public sealed class PeekingSpecs(CallStage stage) : IClassFixture<CallStage>
{
    private const string Secret = "Esto solo lo sé yo.";

    public static TheoryData<Role> Roles => [.. Enum.GetValues<Role>()];

    [Fact]
    public async Task an_evaluator_learns_nothing_of_a_sheet_before_sealing_their_own()
    {
        using var story = await CallStory.BeginAsync(stage, "Sin mirar");
        var evaluators = await story.InEvaluationAsync();
        await story.SealAsync(evaluators[0], 3, Secret);
        await story.DeclareNoneAsync(evaluators[1]);
        await story.OnSheetAsync(evaluators[1], "save", story.Scores(2, "Lo mío."));

        foreach (var address in Ways(story, evaluators[0].Account.Key)) await AssertSilentAsync(evaluators[1], address);

        await story.OnSheetAsync(evaluators[1], "seal", [("sure", "on"), .. story.Scores(3, "Lo mío.")]);
        Assert.Contains(Secret, CallStory.Words(await evaluators[1].GetAsync(story.Sheet)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task nobody_learns_the_name_of_another_evaluator_even_afterwards()
    {
        using var story = await CallStory.BeginAsync(stage, "Sin nombres");
        var evaluators = await story.InEvaluationAsync();
        foreach (var evaluator in evaluators) await story.SealAsync(evaluator, 3, Secret);

        var text = (await evaluators[1].GetAsync(story.Sheet)).Text;

        Assert.DoesNotContain(evaluators[0].Account.Name, text, StringComparison.Ordinal);
        Assert.DoesNotContain(evaluators[0].Account.Email, text, StringComparison.Ordinal);
        Assert.DoesNotContain(evaluators[0].Account.Key.ToString("d"), text, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task whoever_does_not_evaluate_reads_no_score_while_anybody_is_still_thinking(Role role)
    {
        using var story = await CallStory.BeginAsync(stage, $"Mirando como {role}");
        var evaluators = await story.InEvaluationAsync();
        await story.SealAsync(evaluators[0], 3, Secret);
        await story.DeclareNoneAsync(evaluators[1]);
        await story.OnSheetAsync(evaluators[1], "save", story.Scores(3, Secret));
        var other = await story.SignInAsync(role);

        foreach (var address in Ways(story, evaluators[0].Account.Key)) await AssertSilentAsync(other, address);
        foreach (var address in Ways(story, evaluators[0].Account.Key)) await AssertSilentAsync(story.Convener, address);
    }

    [Fact]
    public async Task the_sheet_of_another_cannot_be_written()
    {
        using var story = await CallStory.BeginAsync(stage, "Hoja ajena");
        var evaluators = await story.InEvaluationAsync();
        await story.DeclareNoneAsync(evaluators[0]);
        var stranger = await story.SignInAsync(Role.Evaluator);

        var answers = new List<HttpStatusCode>();
        foreach (var (by, revision) in new[] { (stranger, "2"), (story.Convener, "2") })
        {
            answers.Add((await by.PostAsync(story.Sheet, [("do", "seal"), ("sure", "on"), ("revision", revision), ("evaluator", evaluators[0].Account.Key.ToString("d")), .. story.Scores(4, "Ajeno.")])).Status);
        }

        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.Forbidden], answers);
        Assert.All((await story.FindAsync()).Panel!.Sheets, sheet => Assert.Empty(sheet.Scores));
    }

    [Fact]
    public async Task a_sealed_sheet_cannot_be_changed_by_its_own_evaluator()
    {
        using var story = await CallStory.BeginAsync(stage, "Sellada");
        var evaluator = (await story.InEvaluationAsync())[0];
        await story.SealAsync(evaluator, 3, Secret);

        var notes = new List<string?>();
        foreach (var deed in (string[])["save", "seal"]) notes.Add((await evaluator.PostAsync(story.Sheet, [("do", deed), ("sure", "on"), ("revision", "3"), .. story.Scores(0, "Cambié.")])).Note);
        notes.Add((await evaluator.PostAsync(story.Sheet, ("do", "declare"), ("revision", "3"), ("conflict", "yes"), ("conflictReason", "Ahora sí."))).Note);

        Assert.All(notes, note => Assert.Equal("Tu evaluación está sellada y ya no cambia.", note));
        Assert.All((await story.FindAsync()).Panel!.Find(evaluator.Account.Key)!.Scores.Values, score => Assert.Equal(new CriterionScore(3, Secret), score));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await story.DoAsync("release", ("evaluator", evaluator.Account.Key.ToString("d")))).Status);
    }

    [Theory]
    [InlineData(Role.Systematiser)]
    [InlineData(Role.Reviewer)]
    [InlineData(Role.Translator)]
    [InlineData(Role.Communicator)]
    [InlineData(Role.Evaluator)]
    public async Task nobody_convenes_who_may_not(Role role)
    {
        using var story = await CallStory.BeginAsync(stage, $"Escalar como {role}");
        var person = await story.SignInAsync(role);

        foreach (var deed in (string[])["admit", "ask", "dismiss", "begin", "assign", "release", "decide", "draft"])
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await story.DoAsync(person, deed, ("reason", "Porque sí."), ("until", "2027-04-20"), ("start", "2027-05-01"), ("evaluator", person.Account.Key.ToString("d")))).Status);
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await person.GetAsync(story.Application)).Status);
        Assert.Equal(ApplicationStates.Sent, (await story.FindAsync()).State);
    }

    [Fact]
    public async Task a_publisher_of_another_section_convenes_nothing_and_whoever_convenes_does_not_evaluate()
    {
        using var story = await CallStory.BeginAsync(stage, "Otra sección");
        var practices = stage.Site.Live.Documents().First(item => item.Type.Alias == "practice").ParentKey;
        var foreigner = await story.SignInAsync(Role.Publisher, practices);

        Assert.Equal(HttpStatusCode.Forbidden, (await story.DoAsync(foreigner, "admit")).Status);

        await story.InEvaluationAsync(0);
        var own = await story.DoAsync("assign", ("evaluator", story.Convener.Account.Key.ToString("d")));
        Assert.Equal("Esa persona no puede evaluar en esta convocatoria.", own.Note);
        Assert.Empty((await story.FindAsync()).Panel!.Sheets);
    }

    [Fact]
    public async Task whoever_applies_does_not_judge_their_own_application()
    {
        using var story = await CallStory.BeginAsync(stage, "Juez y parte");
        await story.InEvaluationAsync(0);
        var evaluator = await story.SignInAsync(Role.Evaluator);
        using var own = await CallStory.BeginAsync(stage, "Juez y parte, otra vez");
        var entry = await own.SendAsync("La mía", ("correo_contacto", evaluator.Account.Email.ToUpperInvariant()));
        foreach (var deed in (string[])["admit", "begin"])
        {
            var revision = (await stage.Site.Service<ICallStore>().FindAsync(entry, TestContext.Current.CancellationToken))!.Entry.Revision;
            await own.Convener.PostAsync($"/desk/calls/{own.Call.Key:d}/{entry:d}", ("do", deed), ("revision", $"{revision}"));
        }

        var refused = await own.Convener.PostAsync($"/desk/calls/{own.Call.Key:d}/{entry:d}", ("do", "assign"), ("revision", "3"), ("evaluator", evaluator.Account.Key.ToString("d")));

        Assert.Equal("Quien postula no puede evaluar su postulación.", refused.Note);
    }

    [Fact]
    public async Task without_the_pages_own_token_nothing_is_done()
    {
        using var story = await CallStory.BeginAsync(stage, "Sin señal");
        var evaluator = (await story.InEvaluationAsync())[0];
        await story.DeclareNoneAsync(evaluator);

        var foreign = await evaluator.PostBareAsync(story.Sheet, [("do", "seal"), ("sure", "on"), ("revision", "2"), .. story.Scores(4, "Ajeno.")]);
        var other = await story.Convener.PostBareAsync(story.Application, ("do", "release"), ("revision", "3"), ("evaluator", evaluator.Account.Key.ToString("d")));

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (foreign.Status, other.Status));
        Assert.Equal(2, (await story.FindAsync()).Panel!.Sheets.Length);
        Assert.Empty((await story.FindAsync()).Panel!.Find(evaluator.Account.Key)!.Scores);
    }

    [Fact]
    public async Task whoever_only_evaluates_comes_to_what_waits_for_them_and_sees_no_drafts()
    {
        using var story = await CallStory.BeginAsync(stage, "Solo evalúa", "La que me toca");
        var evaluator = (await story.InEvaluationAsync(1))[0];

        var home = await evaluator.GetAsync("/desk");
        var list = await evaluator.GetAsync("/desk/calls");

        Assert.Equal("/desk/calls", home.Location);
        Assert.Contains("La que me toca", CallStory.Words(list), StringComparison.Ordinal);
        Assert.DoesNotContain("Convocatorias de las que respondes", CallStory.Words(list), StringComparison.Ordinal);
        foreach (var address in (string[])["/desk/content", $"/desk/content/{story.Call.Key:d}", "/desk/media", "/desk/review", "/desk/users", "/desk/audit", "/desk/calendar", "/desk/translations", "/desk/trash", $"/desk/content/{story.Call.Key:d}/preview", $"/desk/content/{story.Call.Key:d}/history", "/desk/api/pick?type=practice"])
        {
            Assert.True((await evaluator.GetAsync(address)).Status == HttpStatusCode.Forbidden, address);
        }
    }

    /// <summary>Every address of the desk that has to do with the application, and a few that somebody might try.</summary>
    private static string[] Ways(CallStory story, Guid other) =>
    [
        "/desk", "/desk/calls", $"/desk/calls/{story.Call.Key:d}", $"/desk/calls/{story.Call.Key:d}?state=inEvaluation", $"/desk/calls/{story.Call.Key:d}/results.csv", story.Application, story.Sheet,
        $"{story.Sheet}?evaluator={other:d}", $"{story.Sheet}?done=seal&person={other:d}", $"/desk/calls/evaluations/{other:d}", $"{story.Sheet}/{other:d}", $"{story.Application}/{other:d}",
        $"{story.Application}/files/{other:d}", $"{story.Sheet}/files/{other:d}", "/desk/audit", $"/desk/content/{story.Call.Key:d}/history", $"/desk/calls/evaluations?evaluator={other:d}",
    ];

    private static async Task AssertSilentAsync(DeskClient by, string address)
    {
        var text = (await by.GetAsync(address)).Text;

        Assert.False(text.Contains(Secret, StringComparison.Ordinal), $"{address} tells what somebody thinks.");
        Assert.False(text.Contains("75\u00a0%", StringComparison.Ordinal) || text.Contains("\"75\"", StringComparison.Ordinal), $"{address} tells a score.");
    }
}
