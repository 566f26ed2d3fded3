using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Localization;
using Repository.Core.Calls;
using Repository.Core.Workflow;
using Repository.Web.Calls;
using Repository.Web.Desk.Rendering;
using Repository.Web.Desk.Serving;
using Repository.Web.Desk.Views;
using Repository.Web.Resources;

namespace Repository.Web.Desk.Calls;

/// <summary><c>/desk/calls/evaluations/{entry}</c>: the sheet of whoever is here about one application. There is no address of anybody else's.</summary>
internal sealed class EvaluationPages(CallBook book, ICallStore store, Evaluating evaluating, ApplicationDesk desk, DeskServing serving, IStringLocalizer<DeskTexts> texts)
{
    private static readonly string[] Deeds = ["declare", "save", "seal"];

    public static string AddressOf(Application application) => $"{DeskAddress.Calls}/evaluations/{application.Entry.Key:d}";

    /// <summary>What waits to be done on a sheet.</summary>
    public static string StateOf(Application application, ScoreSheet sheet) => sheet switch
    {
        { HasConflict: true } => "Conflict",
        { IsSealed: true } => "Sealed",
        _ when application.State != ApplicationStates.InEvaluation => "Over",
        { HasConflict: null } => "Declare",
        _ => "Score",
    };

    public async Task ShowAsync(HttpContext http)
    {
        if (await FindAsync(http) is not { } application) return;
        var deed = Deeds.FirstOrDefault(known => http.Request.Query["done"] == known);
        await SendAsync(http, application, deed is null ? null : new DeskNote(texts[$"Evaluation.Done.{deed}"]), StatusCodes.Status200OK, null);
    }

    public async Task DoAsync(HttpContext http)
    {
        if (await FindAsync(http) is not { } application) return;
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var deed = form["do"].ToString();
        switch (await TakeAsync(deed, application, http.Person, form, http.RequestAborted))
        {
            case CallResult.Done:
                DeskServing.Lead(http, $"{AddressOf(application)}?done={deed}");
                break;
            case CallResult.Refused refused:
                await SendAsync(http, application, new DeskNote(string.Join(' ', refused.Reasons), IsBad: true), StatusCodes.Status422UnprocessableEntity, form);
                break;
            case CallResult.Stale:
                await SendAsync(http, (await store.FindAsync(application.Entry.Key, http.RequestAborted))!, new DeskNote(texts["Evaluation.Stale"], IsBad: true), StatusCodes.Status409Conflict, form);
                break;
            default:
                await serving.LoseAsync(http);
                break;
        }
    }

    public async Task SendFileAsync(HttpContext http)
    {
        if (await FindAsync(http) is not { } application) return;
        if (application.Panel!.Find(http.Person.Key)!.HasConflict != false || !await desk.SendFileAsync(http, application.Entry)) await serving.LoseAsync(http);
    }

    private async Task<CallResult> TakeAsync(string deed, Application application, Person by, IFormCollection form, CancellationToken cancellation)
    {
        var step = new EvaluationStep(application.Entry.Key, int.TryParse(form["revision"], NumberStyles.None, CultureInfo.InvariantCulture, out var revision) ? revision : 0, by);
        switch (deed)
        {
            case "declare" when form["conflict"].ToString() is "yes" or "no":
                return await evaluating.DeclareAsync(step, form["conflict"] == "yes", form["conflictReason"].ToString(), cancellation);
            case "declare":
                return new CallResult.Refused(texts["Evaluation.ChooseConflict"]);
            case "seal" when form["sure"] != "on":
                return new CallResult.Refused(texts["Evaluation.NotSure"]);
            case "save" or "seal":
                var typed = Typed(application, form).Where(pair => pair.Value.Level.Length > 0 || !string.IsNullOrWhiteSpace(pair.Value.Reason)).ToList();
                if (typed.FirstOrDefault(pair => pair.Value.Level.Length == 0) is { Key: { } unlevelled }) return new CallResult.Refused(texts["Evaluation.NoLevel", NameOf(application, unlevelled)]);
                if (typed.FirstOrDefault(pair => string.IsNullOrWhiteSpace(pair.Value.Reason)) is { Key: { } unreasoned }) return new CallResult.Refused(texts["Evaluation.NoReason", NameOf(application, unreasoned)]);
                var scores = typed.ToDictionary(pair => pair.Key, pair => new CriterionScore(int.TryParse(pair.Value.Level, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var level) ? level : int.MinValue, pair.Value.Reason));
                return deed == "seal" ? await evaluating.SealAsync(step, scores, cancellation) : await evaluating.ScoreAsync(step, scores, cancellation);
            default:
                return new CallResult.Missing();
        }
    }

    private static string NameOf(Application application, string criterion) => application.Panel!.Rubric.Criteria.First(known => known.Key == criterion).Name;

    private static ImmutableDictionary<string, (string Level, string Reason)> Typed(Application application, IFormCollection form) =>
        application.Panel!.Rubric.Criteria.ToImmutableDictionary(criterion => criterion.Key, criterion => (form[$"level/{criterion.Key}"].ToString(), form[$"reason/{criterion.Key}"].ToString()));

    /// <summary>Null: an answer was given, the same whether there is no such application or it is not theirs.</summary>
    private async Task<Application?> FindAsync(HttpContext http)
    {
        if (!Permissions.MaySomewhere(http.Person, Act.Evaluate))
        {
            await serving.ForbidAsync(http);
            return null;
        }

        var application = await store.FindAsync(Guid.Parse((string)http.Request.RouteValues["entry"]!), http.RequestAborted);
        if (application?.Panel?.Find(http.Person.Key) is not null) return application;
        await serving.LoseAsync(http);
        return null;
    }

    /// <summary>To say whether there is a conflict of interest one has to know who applies, and no more; with one there is nothing to read.</summary>
    private static ImmutableArray<ToldPage> Readable(ScoreSheet own, ImmutableArray<ToldPage> pages) => own.HasConflict switch
    {
        true => [],
        null => [.. pages.Take(1)],
        false => pages,
    };

    private async Task SendAsync(HttpContext http, Application application, DeskNote? note, int status, IFormCollection? refused)
    {
        var own = application.Panel!.Find(http.Person.Key)!;
        var pages = await desk.AnswersAsync(application.Entry, AddressOf(application), http.RequestAborted);
        var model = new EvaluationModel(
            application, book.Of(application)?.Name ?? "", own, Readable(own, pages), [.. application.Panel.ReadableBy(http.Person.Key).Where(sheet => sheet.Evaluator != own.Evaluator)], serving.Token(http));
        if (refused is not null) model = model with { Typed = Typed(application, refused), TypedConflict = refused["conflictReason"].ToString() };
        var page = new DeskPage(ApplicationDesk.TitleOf(application.Entry), new EvaluationView { Model = model }) { Crumbs = [CallPages.Crumb(texts)], Note = note };
        await serving.SendAsync(http, page, status);
    }
}
