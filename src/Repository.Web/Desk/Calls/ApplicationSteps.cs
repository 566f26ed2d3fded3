using System.Collections.Immutable;
using System.Globalization;
using Repository.Core.Accounts;
using Repository.Core.Calls;
using Repository.Core.Content;
using Repository.Core.Workflow;
using Repository.Web.Calls;

namespace Repository.Web.Desk.Calls;

/// <summary>Carries out what a form of an application's page asks for.</summary>
internal sealed class ApplicationSteps(Convening convening, IAccountStore accounts, RecognitionDrafts drafts)
{
    public static readonly ImmutableArray<string> Known = ["admit", "ask", "dismiss", "begin", "assign", "release", "decide", "draft"];

    public async Task<CallResult> TakeAsync(string deed, Call call, Application seen, Person by, IFormCollection form, CancellationToken cancellation)
    {
        var step = new CallStep(call, seen.Entry.Key, int.TryParse(form["revision"], NumberStyles.None, CultureInfo.InvariantCulture, out var revision) ? revision : 0, by);
        var evaluator = Guid.TryParse(form["evaluator"], out var key) ? key : Guid.Empty;
        return deed switch
        {
            "admit" => await convening.AdmitAsync(step, cancellation),
            "ask" => await convening.AskAsync(step, form["reason"].ToString(), Day(form["until"].ToString()), cancellation),
            "dismiss" => await convening.DismissAsync(step, form["reason"].ToString(), cancellation),
            "begin" => await convening.BeginAsync(step, cancellation),
            "assign" => await AssignAsync(step, evaluator, cancellation),
            "release" => await convening.ReleaseAsync(step, evaluator, cancellation),
            "decide" => await DecideAsync(step, Day(form["start"].ToString()), cancellation),
            "draft" when seen.State == ApplicationStates.Recognised => await DraftAsync(call, seen, cancellation),
            _ => new CallResult.Missing(),
        };
    }

    private async Task<CallResult> AssignAsync(CallStep step, Guid evaluator, CancellationToken cancellation) =>
        await accounts.ReadAsync(reader => reader.FindAsync(evaluator), cancellation) is { State: AccountState.Active } account
            ? await convening.AssignAsync(step, account.Person, account.Email, cancellation)
            : new CallResult.Refused("Elige a quién evalúa.");

    /// <summary>The decision stands by itself; should its draft fail, the page offers to make it again.</summary>
    private async Task<CallResult> DecideAsync(CallStep step, DateOnly? start, CancellationToken cancellation)
    {
        var result = await convening.DecideAsync(step, start, cancellation);
        return result is CallResult.Done { Application: { State: var state } decided } && state == ApplicationStates.Recognised ? await DraftAsync(step.Call, decided, cancellation) : result;
    }

    private async Task<CallResult> DraftAsync(Call call, Application decided, CancellationToken cancellation) => await drafts.MakeAsync(call, decided, cancellation) switch
    {
        WriteResult.Done => new CallResult.Done(decided, []),
        WriteResult.Invalid invalid => new CallResult.Refused([.. invalid.Problems.Select(problem => problem.Message)]),
        _ => new CallResult.Refused("El sitio no tiene una sección de reconocimientos donde hacer el borrador."),
    };

    private static DateOnly? Day(string typed) => DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
