using System.Net;
using Repository.Core.Calls;
using Repository.Core.Forms.Entries;
using Repository.Core.Workflow;

namespace Repository.Specs.Calls;

/// <summary>The story of an application at the desk: asked for more, admitted, judged by people who know nothing of each other, recognised.</summary>
public sealed class EvaluationSpecs(CallStage stage) : IClassFixture<CallStage>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task two_who_agree_lead_to_a_recognition_that_waits_to_be_published()
    {
        using var story = await CallStory.BeginAsync(stage, "Dos que coinciden", "Presupuesto a la vista");
        var evaluators = await story.InEvaluationAsync();
        await story.SealAsync(evaluators[0], 3, "Hay actas.");
        await story.SealAsync(evaluators[1], 3, "Hay actas y datos.", first: 4);

        var page = await story.Convener.GetAsync(story.Application);
        var decided = await story.DoAsync("decide", ("start", "2027-05-01"));

        Assert.Contains("Resultado: 77.5 %", CallStory.Words(page), StringComparison.Ordinal);
        Assert.Equal($"{story.Application}?done=decide", decided.Location);
        Assert.Equal(ApplicationStates.Recognised, (await story.FindAsync()).State);
        var item = (await story.RecognitionAsync())!;
        Assert.Null(stage.Site.Live.Find(item.Key));
        var content = (await stage.Site.Service<Core.Content.IContentStore>().ReadAsync(reader => reader.RevisionAsync(item.Key, item.Revision), Cancellation))!.Content;
        Assert.Equal(
            ("Presupuesto a la vista", "77.5", "2027-05-01", "2028-05-01", $"R-{(await story.FindAsync()).Entry.Folio}"),
            (content.Name(), content.Value("score"), content.Value("startDate")![..10], content.Value("endDate")![..10], content.Value("folio")));
        Assert.Contains(story.Call.Key.ToString("n"), content.Value("call"), StringComparison.Ordinal);
        Assert.Contains($"/desk/content/{item.Key:d}", (await story.Convener.GetAsync(story.Application)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task two_who_are_far_apart_call_for_a_third_and_the_closest_count()
    {
        using var story = await CallStory.BeginAsync(stage, "Tercera lectura");
        var evaluators = await story.InEvaluationAsync();
        await story.SealAsync(evaluators[0], 4, "Es ejemplar.");
        await story.SealAsync(evaluators[1], 1, "Apenas empieza.");
        var waiting = CallStory.Words(await story.Convener.GetAsync(story.Application));

        var third = await story.AssignAsync();
        await story.SealAsync(third, 3, "Va bien.");

        Assert.Contains("hace falta una tercera lectura", waiting, StringComparison.Ordinal);
        Assert.DoesNotContain("Es ejemplar.", waiting, StringComparison.Ordinal);
        var words = CallStory.Words(await story.Convener.GetAsync(story.Application));
        Assert.Contains("Resultado: 87.5 %", words, StringComparison.Ordinal);
        Assert.Contains("100 %, 25 %, 75 %", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Apenas empieza.", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task what_does_not_reach_the_minimum_is_not_recognised()
    {
        using var story = await CallStory.BeginAsync(stage, "Bajo el mínimo");
        var evaluators = await story.InEvaluationAsync();
        foreach (var evaluator in evaluators) await story.SealAsync(evaluator, 2, "Falta.");

        var decided = await story.DoAsync("decide", ("start", "2027-05-01"));

        Assert.Equal(HttpStatusCode.SeeOther, decided.Status);
        Assert.Equal(ApplicationStates.NotRecognised, (await story.FindAsync()).State);
        Assert.Null(await story.RecognitionAsync());
    }

    [Fact]
    public async Task whoever_is_asked_for_more_is_told_what_and_until_when()
    {
        using var story = await CallStory.BeginAsync(stage, "Prevención");

        var without = await story.DoAsync("ask", ("reason", ""), ("until", "2027-04-20"));
        var past = await story.DoAsync("ask", ("reason", "Falta el acta."), ("until", "2027-03-19"));
        var asked = await story.DoAsync("ask", ("reason", "Falta el acta."), ("until", "2027-04-20"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Di qué falta."), (without.Status, without.Note));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, past.Status);
        Assert.Contains("Falta el acta.", past.Page.QuerySelector("#falta")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, asked.Status);
        var remedy = (await story.FindAsync()).Remedy!;
        Assert.Equal(("Falta el acta.", CallStage.Moment("2027-04-21T00:00:00-06:00")), (remedy.Reason, remedy.Until));
        // After the call has closed it may still be completed, to the second.
        var application = await story.FindAsync();
        Assert.Null(Applying.Refusal(story.Call, application, remedy.Until.AddSeconds(-1)));
        Assert.Contains("Tu intento llegó el 21 de abril de 2027, 00:00:00", Applying.Refusal(story.Call, application, remedy.Until), StringComparison.Ordinal);
    }

    [Fact]
    public async Task whoever_has_a_conflict_of_interest_reads_nothing_more_and_makes_room_for_another()
    {
        using var story = await CallStory.BeginAsync(stage, "Con conflicto");
        var evaluators = await story.InEvaluationAsync();

        var unexplained = await story.OnSheetAsync(evaluators[0], "declare", ("conflict", "yes"), ("conflictReason", " "));
        await story.OnSheetAsync(evaluators[0], "declare", ("conflict", "yes"), ("conflictReason", "Trabajé en el ayuntamiento."));
        var after = await story.OnSheetAsync(evaluators[0], "save", story.Scores(4, "De todos modos."));
        var again = await story.OnSheetAsync(evaluators[0], "declare", ("conflict", "no"));

        Assert.Equal("Explica en una frase cuál es el conflicto de interés.", unexplained.Note);
        Assert.StartsWith("Declaraste un conflicto", (await evaluators[0].PostAsync(story.Sheet, [("do", "save"), ("revision", "2"), .. story.Scores(4, "De todos modos.")])).Note, StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.SeeOther, after.Status);
        Assert.NotEqual(HttpStatusCode.SeeOther, again.Status);
        Assert.DoesNotContain("Ayuntamiento de prueba", CallStory.Words(await evaluators[0].GetAsync(story.Sheet)), StringComparison.Ordinal);
        Assert.Contains("Trabajé en el ayuntamiento.", CallStory.Words(await story.Convener.GetAsync(story.Application)), StringComparison.Ordinal);
        await story.AssignAsync();
        Assert.Equal(3, (await story.FindAsync()).Panel!.Sheets.Length);
    }

    [Fact]
    public async Task before_declaring_one_learns_who_applies_and_no_more()
    {
        using var story = await CallStory.BeginAsync(stage, "Primero declarar");
        var evaluator = (await story.InEvaluationAsync(1))[0];

        var before = CallStory.Words(await evaluator.GetAsync(story.Sheet));
        var early = await evaluator.PostAsync(story.Sheet, [("do", "save"), ("revision", "1"), .. story.Scores(4, "Rápido.")]);
        await story.DeclareNoneAsync(evaluator);
        var after = CallStory.Words(await evaluator.GetAsync(story.Sheet));

        Assert.Contains("Ayuntamiento de prueba", before, StringComparison.Ordinal);
        Assert.DoesNotContain("Mujeres", before, StringComparison.Ordinal);
        Assert.Equal("Antes de calificar, di si tienes un conflicto de interés.", early.Note);
        Assert.Contains("Mujeres", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task what_is_not_complete_is_kept_but_not_sealed_and_nothing_typed_is_lost()
    {
        using var story = await CallStory.BeginAsync(stage, "A medias");
        var evaluator = (await story.InEvaluationAsync(1))[0];
        await story.DeclareNoneAsync(evaluator);
        var first = story.Call.Rubric!.Criteria[0];

        var unreasoned = await story.OnSheetAsync(evaluator, "save", ($"level/{first.Key}", "3"));
        var saved = await story.OnSheetAsync(evaluator, "save", ($"level/{first.Key}", "3"), ($"reason/{first.Key}", "Hay consulta."));
        var unsure = await story.OnSheetAsync(evaluator, "seal", story.Scores(3, "Todo."));
        var incomplete = await story.OnSheetAsync(evaluator, "seal", ("sure", "on"), ($"level/{first.Key}", "2"), ($"reason/{first.Key}", "Otra razón."));
        var stale = await evaluator.PostAsync(story.Sheet, [("do", "save"), ("revision", "1"), .. story.Scores(1, "Vieja.")]);

        Assert.Equal($"Escribe la razón de tu calificación en «{first.Name}».", unreasoned.Note);
        Assert.NotNull(unreasoned.Page.QuerySelector($"input[name='level/{first.Key}'][value='3'][checked]"));
        Assert.Equal(HttpStatusCode.SeeOther, saved.Status);
        Assert.Equal("Para sellar, marca que sabes que ya no cambia.", unsure.Note);
        Assert.StartsWith("Falta calificar", incomplete.Note, StringComparison.Ordinal);
        Assert.Contains("Otra razón.", incomplete.Page.QuerySelector($"#razon-{first.Key}")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        var sheet = (await story.FindAsync()).Panel!.Find(evaluator.Account.Key)!;
        Assert.Equal((new CriterionScore(3, "Hay consulta."), false), (sheet.Scores[first.Key], sheet.IsSealed));
    }

    [Fact]
    public async Task of_two_who_convene_at_once_the_second_finds_out()
    {
        using var story = await CallStory.BeginAsync(stage, "A la vez");
        var other = await story.SignInAsync(Role.Administrator);
        await story.DoAsync("admit");

        var late = await other.PostAsync(story.Application, ("do", "dismiss"), ("revision", "1"), ("reason", "No cumple."));

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Equal(ApplicationStates.Admitted, (await story.FindAsync()).State);
    }

    [Fact]
    public async Task the_call_tells_how_far_those_who_evaluate_agree_and_gives_its_results_as_a_table()
    {
        using var story = await CallStory.BeginAsync(stage, "Con acuerdo", "=1+1");
        var evaluators = await story.InEvaluationAsync();
        await story.SealAsync(evaluators[0], 3, "Hay actas.");
        var before = await story.Convener.GetAsync($"/desk/calls/{story.Call.Key:d}/results.csv");
        await story.SealAsync(evaluators[1], 3, "Hay datos.", first: 4);

        var page = CallStory.Words(await story.Convener.GetAsync($"/desk/calls/{story.Call.Key:d}"));
        var table = await story.Convener.GetAsync($"/desk/calls/{story.Call.Key:d}/results.csv");

        Assert.DoesNotContain("=1+1", before.Text, StringComparison.Ordinal);
        Assert.Contains("Postulaciones con resultado1", page, StringComparison.Ordinal);
        Assert.Contains("Kappa ponderada-0.08", page, StringComparison.Ordinal);
        Assert.Contains("Correlación intraclaseNo se puede calcular", page, StringComparison.Ordinal);
        Assert.Contains("\"'=1+1\",\"en evaluación\",\"77.5\"", table.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Hay actas.", table.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_rubric_that_is_changed_later_judges_nothing_that_was_begun_before()
    {
        using var story = await CallStory.BeginAsync(stage, "Rúbrica cambiada");
        var evaluators = await story.InEvaluationAsync();
        var draft = await stage.Site.Service<Core.Content.IContentStore>().ReadAsync(async reader => (await reader.RevisionAsync(story.Call.Key, (await reader.FindAsync(story.Call.Key))!.Revision))!.Content, Cancellation);

        await stage.RepublishAsync(story.Call.Key, draft.With("minimumScore", "99").With("rubric", ""));

        foreach (var evaluator in evaluators) await story.SealAsync(evaluator, 3, "Sigue valiendo.");
        var page = await story.Convener.GetAsync(story.Application);
        Assert.Contains("Resultado: 75 %", CallStory.Words(page), StringComparison.Ordinal);
        Assert.Contains("Alcanza el mínimo de 70 %", CallStory.Words(page), StringComparison.Ordinal);
        Assert.Contains("La rúbrica no tiene criterios.", CallStory.Words(await story.Convener.GetAsync($"/desk/calls/{story.Call.Key:d}")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task what_its_applicant_took_back_is_judged_by_nobody()
    {
        using var story = await CallStory.BeginAsync(stage, "Retirada");
        var evaluator = (await story.InEvaluationAsync(1))[0];
        await story.DeclareNoneAsync(evaluator);

        await story.WithdrawAsync();

        var late = await evaluator.PostAsync(story.Sheet, [("do", "save"), ("revision", "2"), .. story.Scores(4, "Tarde.")]);
        Assert.Equal("La postulación ya no está en evaluación.", late.Note);
        Assert.Equal(ApplicationStates.Withdrawn, (await story.FindAsync()).State);
        Assert.Contains("Retiró la postulación.", CallStory.Words(await story.Convener.GetAsync(story.Application)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task the_story_of_an_application_is_one_line_for_each_thing_that_happened()
    {
        using var story = await CallStory.BeginAsync(stage, "Historia");
        var evaluators = await story.InEvaluationAsync();
        await story.SealAsync(evaluators[0], 3, "Razón secreta.");

        var events = await stage.Site.Service<ICallStore>().EventsAsync(story.Entry, Cancellation);
        var states = await stage.Site.Service<IEntryStore>().EventsAsync(story.Entry, Cancellation);

        Assert.Equal([CallDeed.Admitted, CallDeed.Begun, CallDeed.Assigned, CallDeed.Assigned, CallDeed.DeclaredNone, CallDeed.Sealed], events.Select(told => told.Deed));
        Assert.Equal(["sent", "admitted", "inEvaluation"], states.Select(told => told.State?.Word));
        Assert.DoesNotContain(events.Select(told => told.Text).Concat(states.Select(told => told.Text)), text => text.Contains("secreta", StringComparison.Ordinal) || text.Any(char.IsDigit));
    }
}
