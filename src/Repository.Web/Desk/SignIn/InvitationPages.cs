using Microsoft.Extensions.Localization;
using Repository.Core.Accounts;
using Repository.Web.Desk.Rendering;
using Repository.Web.Desk.Serving;
using Repository.Web.Desk.Users;
using Repository.Web.Desk.Views;
using Repository.Web.Resources;

namespace Repository.Web.Desk.SignIn;

/// <summary>Where a link leads by which somebody chooses a name and a password, once.</summary>
internal sealed class InvitationPages(AccountKeeping keeping, DeskServing serving, IStringLocalizer<DeskTexts> texts)
{
    /// <summary>Where one is led afterwards: the way in, which says that it went well.</summary>
    public const string Ready = $"{DeskAddress.SignIn}?ready";

    public async Task ShowAsync(HttpContext http)
    {
        if (await keeping.InvitedAsync(Token(http), http.RequestAborted) is { } account) await SendAsync(http, account, account.Name, null);
        else await SendOverAsync(http);
    }

    public async Task JoinAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var name = form["name"].ToString();
        switch (await keeping.JoinAsync(Token(http), name, form["password"].ToString(), http.Visitor, http.RequestAborted))
        {
            case AccountResult.Done:
                DeskServing.Lead(http, Ready);
                break;
            case AccountResult.Refused { Problem: not AccountProblem.LinkOver } refused when await keeping.InvitedAsync(Token(http), http.RequestAborted) is { } account:
                await SendAsync(http, account, name, refused);
                break;
            default:
                await SendOverAsync(http);
                break;
        }
    }

    private static string Token(HttpContext http) => (string)http.Request.RouteValues["token"]!;

    private Task SendAsync(HttpContext http, Account account, string name, AccountResult.Refused? refused)
    {
        var view = new InvitationView { Model = new InvitationModel(serving.Token(http), $"{DeskAddress.Invitation}/{Token(http)}", account.Email, name, refused is null ? null : FieldProblem.Of(refused, texts)) };
        var page = new DeskPage(texts["SignIn.InvitationTitle"], view) { IsNarrow = true, Note = refused is null ? null : new DeskNote(texts[$"Account.Problem.{refused.Problem}"], IsBad: true) };
        return serving.SendAsync(http, page, refused is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private Task SendOverAsync(HttpContext http) => serving.SendAsync(http, DeskPage.Notice("SignIn.LinkOver"), StatusCodes.Status410Gone);
}

internal sealed record InvitationModel(string Token, string Action, string Email, string Name, FieldProblem? Wrong);
