using Repository.Core.Accounts;
using Repository.Core.Calls;
using Repository.Core.Forms.Entries;
using Repository.Core.Workflow;
using Repository.Specs;
using Repository.Specs.Calls;
using Repository.Specs.Desk;

namespace Repository.Browser.Tests.Desk;

/// <summary>A call that is open, with an application in every state that looks different, and somebody who evaluates.</summary>
internal sealed class CallVisits
{
    private readonly TestSite _site;
    private readonly Account _convener;
    private readonly Account[] _evaluators;

    private CallVisits(TestSite site, Call call, Account convener, Account[] evaluators) => (_site, Call, _convener, _evaluators) = (site, call, convener, evaluators);

    public Call Call { get; }

    /// <summary>Sent, and nothing done about it.</summary>
    public Guid New { get; private set; }

    /// <summary>In evaluation; the first evaluator scores, the second has not declared.</summary>
    public Guid Waiting { get; private set; }

    /// <summary>Everything sealed, far apart: a third reader is called for.</summary>
    public Guid Apart { get; private set; }

    /// <summary>Everything sealed: a decision can be made.</summary>
    public Guid Decided { get; private set; }

    /// <summary>What the cookie of the first evaluator holds.</summary>
    public string Evaluator { get; private set; } = "";

    /// <summary>The same of the second.</summary>
    public string SecondEvaluator { get; private set; } = "";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<CallVisits> PlantAsync(TestSite site)
    {
        var desk = DeskKit.On(site);
        var convener = await desk.AccountAsync([new Grant(Role.Administrator, null)]);
        Account[] evaluators = [await desk.AccountAsync([new Grant(Role.Evaluator, null)]), await desk.AccountAsync([new Grant(Role.Evaluator, null)])];
        var visits = new CallVisits(site, await site.OpenCallAsync($"Convocatoria {Guid.NewGuid():n}"[..20]), convener, evaluators);
        using var first = await desk.SignInAsync(evaluators[0]);
        using var second = await desk.SignInAsync(evaluators[1]);
        (visits.Evaluator, visits.SecondEvaluator) = (first.SessionCookie!, second.SessionCookie!);
        visits.New = await visits.SendAsync("Actas en lengua propia");
        visits.Waiting = await visits.SendAsync("Obras con nombre y precio");
        visits.Apart = await visits.SendAsync("Cuentas de la fiesta");
        visits.Decided = await visits.SendAsync("Presupuesto a la vista");
        var convening = site.Service<Convening>();
        await convening.AdmitAsync(await visits.StepAsync(await visits.SendAsync("Faenas con lista")), Cancellation);
        await convening.AskAsync(await visits.StepAsync(await visits.SendAsync("Agua con medidor")), "Falta la firma.", DateOnly.FromDateTime(site.Service<TimeProvider>().GetUtcNow().AddDays(5).DateTime), Cancellation);
        await convening.DismissAsync(await visits.StepAsync(await visits.SendAsync("Cartel de la feria")), "No publica información.", Cancellation);
        await visits.JudgeAsync(visits.Waiting);
        await visits.JudgeAsync(visits.Apart, 4, 1);
        await visits.JudgeAsync(visits.Decided, 3, 3);
        await site.Service<Evaluating>().DeclareAsync(new EvaluationStep(visits.Waiting, 1, evaluators[0].Person), hasConflict: false, "", Cancellation);
        return visits;
    }

    private Task<Guid> SendAsync(string title) => _site.ApplyAsync(
        Call,
        title,
        [new EntryFile(Guid.NewGuid(), "soportes", "acta de asamblea.pdf", "application/pdf", 123_456, "ab")],
        ("tipo_institucion", "ayuntamiento"),
        ("resumen", "Cada mes se publica en qué se gasta."));

    /// <summary>Brings an application to its evaluators, and lets them seal where levels are given.</summary>
    private async Task JudgeAsync(Guid entry, params int[] levels)
    {
        var (convening, evaluating) = (_site.Service<Convening>(), _site.Service<Evaluating>());
        await convening.AdmitAsync(await StepAsync(entry), Cancellation);
        await convening.BeginAsync(await StepAsync(entry), Cancellation);
        foreach (var evaluator in _evaluators) Assert.IsType<CallResult.Done>(await convening.AssignAsync(await StepAsync(entry), evaluator.Person, evaluator.Email, Cancellation));
        foreach (var (evaluator, level) in _evaluators.Zip(levels))
        {
            await evaluating.DeclareAsync(new EvaluationStep(entry, 1, evaluator.Person), hasConflict: false, "", Cancellation);
            var scores = Call.Rubric!.Criteria.ToDictionary(criterion => criterion.Key, _ => new CriterionScore(level, "Hay actas de asamblea y datos que se pueden descargar."));
            Assert.IsType<CallResult.Done>(await evaluating.SealAsync(new EvaluationStep(entry, 2, evaluator.Person), scores, Cancellation));
        }
    }

    private async Task<CallStep> StepAsync(Guid entry) => new(Call, entry, (await _site.Service<ICallStore>().FindAsync(entry, Cancellation))!.Entry.Revision, _convener.Person);
}
