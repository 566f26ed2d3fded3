using Microsoft.Extensions.Localization;
using Repository.Core.Accounts;
using Repository.Web.Desk.Rendering;
using Repository.Web.Desk.Serving;
using Repository.Web.Desk.SignIn;
using Repository.Web.Desk.Views;
using Repository.Web.Resources;

namespace Repository.Web.Desk.Users;

/// <summary><c>/desk/account</c>: what everybody may see and change of their own account. What else a form brings along is not read.</summary>
internal sealed class AccountPages(OwnAccount own, IAccountStore store, AccountPolicy policy, DeskServing serving, IStringLocalizer<DeskTexts> texts)
{
    private const int Recent = 10;

    /// <summary>What was done, as the address of the page says after it.</summary>
    private static readonly string[] Deeds = ["name", "password", "factor", "sessions"];

    public Task ShowAsync(HttpContext http)
    {
        var deed = Deeds.FirstOrDefault(known => http.Request.Query["done"] == known);
        return SendAsync(http, deed is null ? null : new DeskNote(texts[$"Account.Done.{deed}"]), null, StatusCodes.Status200OK);
    }

    public async Task RenameAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        await AnswerAsync(http, await own.RenameAsync(Here(http), form["name"].ToString(), http.RequestAborted), "name");
    }

    public async Task ChangePasswordAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        await AnswerAsync(http, await own.ChangePasswordAsync(Here(http), form["current"].ToString(), form["password"].ToString(), http.RequestAborted), "password");
    }

    public async Task RemoveFactorAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        await AnswerAsync(http, await own.RemoveFactorAsync(Here(http), form["current"].ToString(), http.RequestAborted), "factor", "current-factor");
    }

    public async Task MakeCodesAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var result = await own.MakeRecoveryCodesAsync(Here(http), form["current"].ToString(), http.RequestAborted);
        if (result is AccountResult.Done done) await SendCodesAsync(http, done);
        else await AnswerAsync(http, result, "factor", "current-codes");
    }

    public Task ShowFactorAsync(HttpContext http) => SendFactorAsync(http, null, StatusCodes.Status200OK);

    public async Task ConfirmFactorAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var result = await own.ConfirmFactorAsync(Here(http), form["code"].ToString(), form["current"].ToString(), http.RequestAborted);
        if (result is AccountResult.Done done) await SendCodesAsync(http, done);
        else await SendFactorAsync(http, result, StatusCodes.Status422UnprocessableEntity);
    }

    public async Task EndSessionAsync(HttpContext http)
    {
        var session = Guid.Parse((string)http.Request.RouteValues["session"]!);
        await AnswerAsync(http, await own.EndSessionAsync(Here(http), session, http.RequestAborted), "sessions");
    }

    public async Task EndOtherSessionsAsync(HttpContext http) => await AnswerAsync(http, await own.EndOtherSessionsAsync(Here(http), http.RequestAborted), "sessions");

    private static Admission Here(HttpContext http) => http.Admission ?? throw new InvalidOperationException("The door lets nobody in without a session.");

    private DeskNote Problem(AccountResult result) => new(texts[$"Account.Problem.{((AccountResult.Refused)result).Problem}"], IsBad: true);

    private async Task AnswerAsync(HttpContext http, AccountResult result, string deed, string current = "current")
    {
        if (result is not AccountResult.Done done)
        {
            await SendAsync(http, Problem(result), FieldProblem.Of(result, texts, current), result is AccountResult.Refused { Problem: AccountProblem.Missing } ? StatusCodes.Status404NotFound : StatusCodes.Status422UnprocessableEntity);
            return;
        }

        if (done.Secret.Length > 0) DeskCookie.Set(http, done.Secret);
        DeskServing.Lead(http, $"{DeskAddress.Account}?done={deed}");
    }

    private Task SendCodesAsync(HttpContext http, AccountResult.Done done)
    {
        if (done.Secret.Length > 0) DeskCookie.Set(http, done.Secret);
        return serving.SendAsync(http, new DeskPage(texts["Account.CodesTitle"], new RecoveryCodesView { Model = new RecoveryCodesModel(done.RecoveryCodes, DeskAddress.Account) }) { IsNarrow = true });
    }

    private async Task SendFactorAsync(HttpContext http, AccountResult? refused, int status)
    {
        var admission = Here(http);
        var setting = FactorSetting.Of(await own.PrepareFactorAsync(admission, http.RequestAborted), admission.Account, texts);
        var page = new DeskPage(texts["SignIn.FactorTitle"], new OwnFactorView { Model = new OwnFactorModel(serving.Token(http), admission.Account.HasFactor, setting, refused is null ? null : FieldProblem.Of(refused, texts)) })
        {
            Crumbs = [new DeskCrumb(texts["Account.Title"], DeskAddress.Account)],
            Note = refused is null ? null : Problem(refused),
        };
        await serving.SendAsync(http, page, status);
    }

    private async Task SendAsync(HttpContext http, DeskNote? note, FieldProblem? wrong, int status)
    {
        var admission = Here(http);
        var key = admission.Account.Key;
        var model = await store.ReadAsync(
            async accounts => new AccountModel(
                serving.Token(http),
                await accounts.FindAsync(key) ?? admission.Account,
                policy.DemandsFactor(admission.Account),
                await accounts.RecoveryCodesAsync(key),
                [.. await accounts.SessionsAsync(key)],
                admission.Session.Key,
                [.. await accounts.EventsAsync(key, Recent)],
                wrong),
            http.RequestAborted);
        await serving.SendAsync(http, new DeskPage(texts["Account.Title"], new AccountView { Model = model }) { Note = note }, status);
    }
}

internal sealed record AccountModel(string Token, Account Account, bool NeedsFactor, int RecoveryCodes, IReadOnlyList<Session> Sessions, Guid Here, IReadOnlyList<AccountEvent> Events, FieldProblem? Wrong);

internal sealed record OwnFactorModel(string Token, bool Replaces, FactorSetting Setting, FieldProblem? Wrong);
