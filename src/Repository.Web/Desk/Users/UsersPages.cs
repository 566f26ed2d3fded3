using Microsoft.Extensions.Localization;
using Repository.Core.Accounts;
using Repository.Core.Workflow;
using Repository.Web.Desk.Rendering;
using Repository.Web.Desk.Serving;
using Repository.Web.Desk.SignIn;
using Repository.Web.Desk.Views;
using Repository.Web.Live;
using Repository.Web.Operations;
using Repository.Web.Resources;

namespace Repository.Web.Desk.Users;

/// <summary><c>/desk/users</c>: who works here, with which roles, and what was done to their accounts. For administrators; Core asks again inside the transaction.</summary>
internal sealed class UsersPages(AccountKeeping keeping, IAccountStore store, LiveContent live, DeskServing serving, IStringLocalizer<DeskTexts> texts)
{
    private const int MostEvents = 300;
    private const int Recent = 20;

    private static readonly string[] Deeds = ["grants", "lock", "unlock", "factor", "sessions"];

    private DeskCrumb Crumb => new(texts["Users.Title"], DeskAddress.Users);

    public async Task ShowAllAsync(HttpContext http)
    {
        if (await IsForbiddenAsync(http)) return;
        var accounts = await store.ReadAsync(reader => reader.AccountsAsync(), http.RequestAborted);
        var choices = RoleChoices.Of(live, [.. accounts.SelectMany(account => account.Grants)]);
        await serving.SendAsync(http, new DeskPage(texts["Users.Title"], new UsersView { Model = new UsersModel(accounts, choices) }) { IsWide = true, Actions = new UsersActions { Model = "" } });
    }

    public async Task ShowEventsAsync(HttpContext http)
    {
        if (await IsForbiddenAsync(http)) return;
        var (events, people) = await store.ReadAsync(async reader => (await reader.EventsAsync(null, MostEvents), await reader.AccountsAsync()), http.RequestAborted);
        await serving.SendAsync(http, new DeskPage(texts["Users.Events"], new AccountEventsView { Model = new AccountEventsModel(events, people, ShowsWho: true) }) { IsWide = true, Crumbs = [Crumb] });
    }

    public async Task ShowNewAsync(HttpContext http)
    {
        if (!await IsForbiddenAsync(http)) await SendNewAsync(http, "", "", RoleChoices.Of(live, []), null);
    }

    public async Task InviteAsync(HttpContext http)
    {
        if (await IsForbiddenAsync(http)) return;
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var (email, name, choices) = (form["email"].ToString(), form["name"].ToString(), RoleChoices.Of(live, []));
        choices = choices with { Chosen = choices.Read(form[RoleChoices.Field]) };
        var result = await keeping.AddAsync(Keeper(http), new NewAccount(email, name, choices.Chosen), null, http.RequestAborted);
        if (result is AccountResult.Done done) await SendLinkAsync(http, done);
        else await SendNewAsync(http, email, name, choices, result);
    }

    public async Task ShowAsync(HttpContext http)
    {
        if (await IsForbiddenAsync(http)) return;
        var deed = Deeds.FirstOrDefault(known => http.Request.Query["done"] == known);
        await SendAsync(http, deed is null ? null : new DeskNote(texts[$"Users.Done.{deed}"]), null, StatusCodes.Status200OK);
    }

    public async Task GrantAsync(HttpContext http)
    {
        if (await IsForbiddenAsync(http)) return;
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var account = await store.ReadAsync(reader => reader.FindAsync(Whose(http)), http.RequestAborted);
        var grants = RoleChoices.Of(live, account?.Grants ?? []).Read(form[RoleChoices.Field]);
        await AnswerAsync(http, await keeping.GrantAsync(Keeper(http), Whose(http), grants, http.RequestAborted), "grants");
    }

    public Task LockAsync(HttpContext http) => DoAsync(http, keeping.LockAsync, "lock");

    public Task UnlockAsync(HttpContext http) => DoAsync(http, keeping.UnlockAsync, "unlock");

    public Task RemoveFactorAsync(HttpContext http) => DoAsync(http, keeping.RemoveFactorAsync, "factor");

    public Task EndSessionsAsync(HttpContext http) => DoAsync(http, keeping.EndSessionsAsync, "sessions");

    public async Task ResetAsync(HttpContext http)
    {
        if (await IsForbiddenAsync(http)) return;
        var result = await keeping.ResetAsync(Keeper(http), Whose(http), http.RequestAborted);
        if (result is AccountResult.Done done) await SendLinkAsync(http, done);
        else await AnswerAsync(http, result, "");
    }

    private static Guid Whose(HttpContext http) => Guid.Parse((string)http.Request.RouteValues["account"]!);

    private static Keeper Keeper(HttpContext http) => new(http.Person.Key, http.Visitor);

    private DeskNote Problem(AccountResult result) => new(texts[$"Account.Problem.{((AccountResult.Refused)result).Problem}"], IsBad: true);

    private async Task<bool> IsForbiddenAsync(HttpContext http)
    {
        if (Permissions.May(http.Person, Act.ManageUsers, [])) return false;
        await serving.SendAsync(http, DeskPage.Notice("Desk.Forbidden"), StatusCodes.Status403Forbidden);
        return true;
    }

    private async Task DoAsync(HttpContext http, Func<Keeper, Guid, CancellationToken, Task<AccountResult>> deed, string name)
    {
        if (!await IsForbiddenAsync(http)) await AnswerAsync(http, await deed(Keeper(http), Whose(http), http.RequestAborted), name);
    }

    private async Task AnswerAsync(HttpContext http, AccountResult result, string deed)
    {
        if (result is AccountResult.Done) DeskServing.Lead(http, $"{DeskAddress.Users}/{Whose(http):d}?done={deed}");
        else await SendAsync(http, Problem(result), FieldProblem.Of(result, texts), StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>Shown once: only its hash is kept.</summary>
    private Task SendLinkAsync(HttpContext http, AccountResult.Done done)
    {
        var link = new Uri(SiteOrigin.Of(http), $"{DeskAddress.Invitation[1..]}/{done.Secret}").AbsoluteUri;
        return serving.SendAsync(http, new DeskPage(texts["Users.LinkTitle"], new InvitationLinkView { Model = new InvitationLink(done.Account, link) }) { Crumbs = [Crumb] });
    }

    private Task SendNewAsync(HttpContext http, string email, string name, RoleChoices choices, AccountResult? refused)
    {
        var page = new DeskPage(texts["Users.Invite"], new NewUserView { Model = new NewUserModel(serving.Token(http), email, name, choices, refused is null ? null : FieldProblem.Of(refused, texts)) })
        {
            Crumbs = [Crumb],
            Note = refused is null ? null : Problem(refused),
        };
        return serving.SendAsync(http, page, refused is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private async Task SendAsync(HttpContext http, DeskNote? note, FieldProblem? wrong, int status)
    {
        var key = Whose(http);
        var model = await store.ReadAsync(
            async reader => await reader.FindAsync(key) is not { } account ? null : new UserModel(
                serving.Token(http), account, RoleChoices.Of(live, account.Grants), await reader.SessionsAsync(key), await reader.EventsAsync(key, Recent), await reader.AccountsAsync(), wrong),
            http.RequestAborted);
        if (model is null) await serving.SendAsync(http, DeskPage.Notice("Desk.Lost"), StatusCodes.Status404NotFound);
        else await serving.SendAsync(http, new DeskPage(model.Account.Name, new UserView { Model = model }) { Crumbs = [Crumb], Note = note }, status);
    }
}

internal sealed record UsersModel(IReadOnlyList<Account> Accounts, RoleChoices Choices);

internal sealed record NewUserModel(string Token, string Email, string Name, RoleChoices Choices, FieldProblem? Wrong);

internal sealed record UserModel(string Token, Account Account, RoleChoices Choices, IReadOnlyList<Session> Sessions, IReadOnlyList<AccountEvent> Events, IReadOnlyList<Account> People, FieldProblem? Wrong)
{
    public string Address(string deed) => $"{DeskAddress.Users}/{Account.Key:d}/{deed}";
}

internal sealed record InvitationLink(Account Account, string Link);

internal sealed record AccountEventsModel(IReadOnlyList<AccountEvent> Events, IReadOnlyList<Account> People, bool ShowsWho)
{
    public Account? Whose(AccountEvent entry) => People.FirstOrDefault(account => account.Key == entry.AccountKey);

    /// <summary>Who did it, where that was somebody else than the account's owner.</summary>
    public string? Doer(AccountEvent entry) => entry.By.Length == 0 ? null : People.FirstOrDefault(account => account.Person.By == entry.By)?.Name;
}
