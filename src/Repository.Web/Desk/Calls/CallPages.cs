using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.Localization;
using Repository.Core.Calls;
using Repository.Core.Forms.Entries;
using Repository.Core.Workflow;
using Repository.Web.Calls;
using Repository.Web.Desk.Rendering;
using Repository.Web.Desk.Serving;
using Repository.Web.Desk.Views;
using Repository.Web.Resources;

namespace Repository.Web.Desk.Calls;

/// <summary><c>/desk/calls</c>: calls with what has come in, for those who answer for them, and what waits for whoever evaluates.</summary>
internal sealed class CallPages(CallBook book, ICallStore store, DeskServing serving, TimeProvider clock, IStringLocalizer<DeskTexts> texts)
{
    public async Task ShowAllAsync(HttpContext http)
    {
        var person = http.Person;
        var (convenes, evaluates) = (Permissions.MaySomewhere(person, Act.Convene), Permissions.MaySomewhere(person, Act.Evaluate));
        if (!convenes && !evaluates)
        {
            await serving.ForbidAsync(http);
            return;
        }

        var calls = convenes ? await CallsAsync(person, http.RequestAborted) : (ImmutableArray<CallRow>?)null;
        var own = evaluates ? await store.OfEvaluatorAsync(person.Key, http.RequestAborted) : [];
        var model = new CallsModel(calls, evaluates && (!own.IsEmpty || !convenes) ? [.. own.Select(application => Row(application, person)).OrderByDescending(row => row.IsWaiting)] : null);
        await serving.SendAsync(http, new DeskPage(texts["Calls.Title"], new CallsView { Model = model }) { IsWide = true });
    }

    public async Task ShowAsync(HttpContext http)
    {
        if (await FindAsync(http) is not { } call) return;
        var all = await ApplicationsAsync(call, http.RequestAborted);
        var chosen = ApplicationStates.All.Where(state => state.Word == http.Request.Query["state"]).Cast<EntryState?>().FirstOrDefault();
        var rows = all.Where(application => chosen is null || application.State == chosen).Select(application => new ApplicationRow(application, ApplicationDesk.TitleOf(application.Entry)));
        var model = new CallModel(call, [.. Counts(all)], chosen, [.. rows], CallAgreement.Of(all.Select(application => application.Panel).OfType<EvaluationPanel>()))
        {
            Late = await store.LateAsync(call.Key, http.RequestAborted),
        };
        await serving.SendAsync(http, new DeskPage(call.Name, new CallView { Model = model }) { IsWide = true, Crumbs = [Crumb(texts)] });
    }

    /// <summary>The results there are, as a table. What is not decided yet has no line.</summary>
    public async Task ExportAsync(HttpContext http)
    {
        if (await FindAsync(http) is not { } call) return;
        var decided = (await ApplicationsAsync(call, http.RequestAborted)).Where(application => application.Panel?.Verdict is not null).ToList();
        var criteria = decided.SelectMany(application => application.Panel!.Rubric.Criteria).DistinctBy(criterion => criterion.Key).ToList();
        var table = new StringBuilder();
        Line(table, ["folio", "postulación", "estado", "puntaje", .. criteria.Select(criterion => $"{criterion.Name} (%)")]);
        foreach (var application in decided)
        {
            var verdict = application.Panel!.Verdict!;
            Line(table, [application.Entry.Folio, ApplicationDesk.TitleOf(application.Entry), ApplicationStates.Spanish(application.State), Number(verdict.Percentage), .. criteria.Select(criterion => verdict.ByCriterion.TryGetValue(criterion.Key, out var own) ? Number(own) : "")]);
        }

        http.Response.ContentType = "text/csv; charset=utf-8";
        http.Response.Headers.ContentDisposition = "attachment; filename=\"resultados.csv\"";
        await http.Response.Body.WriteAsync(Encoding.UTF8.GetPreamble(), http.RequestAborted);
        await http.Response.WriteAsync(table.ToString(), http.RequestAborted);
    }

    public static DeskCrumb Crumb(IStringLocalizer<DeskTexts> texts) => new(texts["Calls.Title"], DeskAddress.Calls);

    private static string Number(decimal number) => Math.Round(number, 2).ToString("0.##", CultureInfo.InvariantCulture);

    private static void Line(StringBuilder table, IEnumerable<string> cells) =>
        table.AppendJoin(',', cells.Select(cell => $"\"{EntryExport.Neutral(cell).Replace("\"", "\"\"", StringComparison.Ordinal)}\"")).Append("\r\n");

    private static IEnumerable<(EntryState State, int Count)> Counts(ImmutableArray<Application> all) =>
        from state in ApplicationStates.All
        let count = all.Count(application => application.State == state)
        where count > 0
        select (state, count);

    private async Task<Call?> FindAsync(HttpContext http)
    {
        var call = book.Find(Guid.Parse((string)http.Request.RouteValues["call"]!));
        if (call is not null && Convening.May(http.Person, call)) return call;
        await (call is null && Permissions.MaySomewhere(http.Person, Act.Convene) ? serving.LoseAsync(http) : serving.ForbidAsync(http));
        return null;
    }

    private async Task<ImmutableArray<CallRow>> CallsAsync(Person person, CancellationToken cancellation)
    {
        var (rows, now) = (ImmutableArray.CreateBuilder<CallRow>(), clock.GetUtcNow());
        foreach (var call in book.All.Where(call => Convening.May(person, call)))
        {
            rows.Add(new CallRow(call, call.Dates?.At(now), [.. Counts(await ApplicationsAsync(call, cancellation))]));
        }

        return rows.ToImmutable();
    }

    private async Task<ImmutableArray<Application>> ApplicationsAsync(Call call, CancellationToken cancellation) =>
        call.Form is { } form ? [.. (await store.OfFormAsync(form, cancellation)).Where(application => book.Of(application)?.Key == call.Key)] : [];

    private EvaluationRow Row(Application application, Person person)
    {
        var sheet = application.Panel!.Find(person.Key)!;
        var state = EvaluationPages.StateOf(application, sheet);
        return new EvaluationRow(application, ApplicationDesk.TitleOf(application.Entry), book.Of(application)?.Name ?? "", state, state is "Declare" or "Score");
    }
}
