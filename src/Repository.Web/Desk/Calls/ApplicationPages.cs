using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Localization;
using Repository.Core.Accounts;
using Repository.Core.Calls;
using Repository.Core.Forms.Entries;
using Repository.Core.Workflow;
using Repository.Web.Calls;
using Repository.Web.Desk.Rendering;
using Repository.Web.Desk.Serving;
using Repository.Web.Desk.Views;
using Repository.Web.Forms.Receiving;
using Repository.Web.Resources;

namespace Repository.Web.Desk.Calls;

/// <summary><c>/desk/calls/{call}/{entry}</c>: an application, for those who called: what it says, what happened, and the steps there are.</summary>
internal sealed class ApplicationPages(
    CallBook book, ICallStore store, IEntryStore entries, IAccountStore accounts, ApplicationDesk desk, ApplicationSteps steps, RecognitionDrafts drafts, PeopleNames people, DeskServing serving,
    TimeProvider clock, IStringLocalizer<DeskTexts> texts)
{
    public static string AddressOf(Call call, Application application) => $"{DeskAddress.Calls}/{call.Key:d}/{application.Entry.Key:d}";

    public async Task ShowAsync(HttpContext http)
    {
        if (await FindAsync(http) is not var (call, application)) return;
        var deed = ApplicationSteps.Known.FirstOrDefault(known => http.Request.Query["done"] == known);
        await SendAsync(http, call, application, deed is null ? null : new DeskNote(texts[$"Calls.Done.{deed}"]), StatusCodes.Status200OK);
    }

    public async Task DoAsync(HttpContext http)
    {
        if (await FindAsync(http) is not var (call, application)) return;
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var deed = form["do"].ToString();
        switch (await steps.TakeAsync(deed, call, application, http.Person, form, http.RequestAborted))
        {
            case CallResult.Done:
                DeskServing.Lead(http, $"{AddressOf(call, application)}?done={deed}");
                break;
            case CallResult.Refused refused:
                await SendAsync(http, call, application, new DeskNote(string.Join(' ', refused.Reasons), IsBad: true), StatusCodes.Status422UnprocessableEntity, form["reason"].ToString());
                break;
            case CallResult.Stale:
                await SendAsync(http, call, (await store.FindAsync(application.Entry.Key, http.RequestAborted))!, new DeskNote(texts["Calls.Stale"], IsBad: true), StatusCodes.Status409Conflict, form["reason"].ToString());
                break;
            case CallResult.Forbidden:
                await serving.ForbidAsync(http);
                break;
            default:
                await serving.LoseAsync(http);
                break;
        }
    }

    public async Task SendFileAsync(HttpContext http)
    {
        if (await FindAsync(http) is var (_, application) && !await desk.SendFileAsync(http, application.Entry)) await serving.LoseAsync(http);
    }

    /// <summary>Null: an answer was given. What is not sent yet is nobody's business.</summary>
    private async Task<(Call Call, Application Application)?> FindAsync(HttpContext http)
    {
        var call = book.Find(Guid.Parse((string)http.Request.RouteValues["call"]!));
        if (call is null || !Convening.May(http.Person, call))
        {
            await (call is null && Permissions.MaySomewhere(http.Person, Act.Convene) ? serving.LoseAsync(http) : serving.ForbidAsync(http));
            return null;
        }

        var application = await store.FindAsync(Guid.Parse((string)http.Request.RouteValues["entry"]!), http.RequestAborted);
        if (application is not null && application.State != ApplicationStates.Draft && ApplicationStates.All.Contains(application.State) && book.Of(application)?.Key == call.Key) return (call, application);
        await serving.LoseAsync(http);
        return null;
    }

    private async Task SendAsync(HttpContext http, Call call, Application application, DeskNote? note, int status, string reason = "")
    {
        var known = await accounts.ReadAsync(reader => reader.AccountsAsync(), http.RequestAborted);
        var names = await people.OfAsync(http);
        var model = new ApplicationModel(
            call, application, await desk.AnswersAsync(application.Entry, AddressOf(call, application), http.RequestAborted), await StoryAsync(application, names, http.RequestAborted), serving.Token(http))
        {
            Seats = [.. (application.Panel?.Sheets ?? []).Select(sheet => Seat(application, sheet, names))],
            Candidates =
            [
                .. from account in known
                   where account.State == AccountState.Active && Convening.MayEvaluate(account.Person, call) && application.Panel?.Find(account.Key) is null
                   orderby account.Name
                   select (account.Key, account.Name),
            ],
            Today = call.Zone.Day(clock.GetUtcNow()).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            HasDraft = application.State == ApplicationStates.Recognised && await drafts.IsThereAsync(application, http.RequestAborted),
            Reason = reason,
        };
        var page = new DeskPage(ApplicationDesk.TitleOf(application.Entry), new ApplicationView { Model = model })
        {
            Crumbs = [CallPages.Crumb(texts), new DeskCrumb(call.Name, $"{DeskAddress.Calls}/{call.Key:d}")],
            Note = note,
            IsWide = true,
        };
        await serving.SendAsync(http, page, status);
    }

    private static SeatModel Seat(Application application, ScoreSheet sheet, DeskPeople names)
    {
        var state = sheet switch
        {
            { HasConflict: true } => "Conflict",
            { IsSealed: true } => "Sealed",
            { HasConflict: null } => "Asked",
            _ => "Scoring",
        };
        return new SeatModel(sheet.Evaluator, names.Name(sheet.Evaluator.ToString("d")), state, sheet.ConflictReason, application.State == ApplicationStates.InEvaluation && !sheet.IsSealed);
    }

    private async Task<ImmutableArray<StoryLine>> StoryAsync(Application application, DeskPeople names, CancellationToken cancellation)
    {
        var deeds = (await store.EventsAsync(application.Entry.Key, cancellation)).Select(told => new StoryLine(
            told.At, names.Name(told.By), told.Subject is { } subject && subject.ToString("d") != told.By ? texts[$"CallDeed.{told.Deed}.Of", names.Name(subject.ToString("d"))] : texts[$"CallDeed.{told.Deed}"], told.Text));
        // What the applicant did, and notes; the steps of those who called are told above.
        var sent = (await entries.EventsAsync(application.Entry.Key, cancellation))
            .Where(told => told.By == EntryReceiving.Sender || told.State is null)
            .Select(told => new StoryLine(told.At, names.Name(told.By), told.State is { } state ? texts[$"ApplicantDeed.{ApplicationStates.Of(state).Word}"] : texts["Calls.Noted"], told.Text));
        return [.. deeds.Concat(sent).OrderByDescending(line => line.At)];
    }
}
