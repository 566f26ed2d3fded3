using System.Globalization;
using Microsoft.Extensions.Localization;
using Repository.Core.Accounts;
using Repository.Web.Desk.Rendering;
using Repository.Web.Desk.Serving;
using Repository.Web.Desk.Users;
using Repository.Web.Desk.Views;
using Repository.Web.Resources;

namespace Repository.Web.Desk.SignIn;

/// <summary>The way in, step by step: password, then code or the setting up of one; and the way out. Native forms alone.</summary>
internal sealed class SignInPages(SigningIn signing, DeskServing serving, AddressLimit limit, IStringLocalizer<DeskTexts> texts)
{
    public Task ShowAsync(HttpContext http)
    {
        var back = ReturnAddress.Within(http.Request.Query[ReturnAddress.Field]);
        if (http.Admission is not { } admission) return SendAsync(http, back, "", null, StatusCodes.Status200OK, isReady: http.Request.Query.ContainsKey("ready"));
        DeskServing.Lead(http, Next(admission.Standing, back));
        return Task.CompletedTask;
    }

    public async Task EnterAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var (email, back) = (form["email"].ToString(), ReturnAddress.Within(form[ReturnAddress.Field]));
        if (limit.Book(http.Address) is { } wait)
        {
            await SendAsync(http, back, email, Wait(http, wait), StatusCodes.Status429TooManyRequests);
            return;
        }

        if (await signing.WithPasswordAsync(email, form["password"].ToString(), http.Visitor, http.Admission?.Session, http.RequestAborted) is not SignInResult.Admitted admitted)
        {
            await SendAsync(http, back, email, texts["SignIn.Wrong"], StatusCodes.Status401Unauthorized);
            return;
        }

        Admit(http, admitted, back);
    }

    public Task ShowCodeAsync(HttpContext http)
    {
        var back = ReturnAddress.Within(http.Request.Query[ReturnAddress.Field]);
        if (http.Admission is { Standing: Standing.AwaitsCode } half) return SendCodeAsync(http, half, back, null, StatusCodes.Status200OK);
        DeskServing.Lead(http, Next(http.Admission?.Standing, back));
        return Task.CompletedTask;
    }

    public async Task EnterCodeAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var back = ReturnAddress.Within(form[ReturnAddress.Field]);
        if (http.Admission is not { Standing: Standing.AwaitsCode } half)
        {
            DeskServing.Lead(http, Next(http.Admission?.Standing, back));
            return;
        }

        if (limit.Book(http.Address) is { } wait)
        {
            await SendCodeAsync(http, half, back, Wait(http, wait), StatusCodes.Status429TooManyRequests);
            return;
        }

        if (await signing.WithCodeAsync(half, form["code"].ToString(), http.Visitor, http.RequestAborted) is not SignInResult.Admitted admitted)
        {
            await SendCodeAsync(http, half, back, texts["SignIn.WrongCode"], StatusCodes.Status401Unauthorized);
            return;
        }

        Admit(http, admitted, back);
    }

    public async Task LeaveAsync(HttpContext http)
    {
        if (http.Admission is { } admission) await signing.LeaveAsync(admission, http.Visitor, http.RequestAborted);
        DeskCookie.Remove(http);
        DeskServing.Lead(http, DeskAddress.SignIn);
    }

    /// <summary>Where somebody goes who has come this far; to the beginning who has not come anywhere.</summary>
    public static string Next(Standing? standing, string back) => standing switch
    {
        Standing.Whole => back,
        Standing.AwaitsCode => ReturnAddress.Carry(DeskAddress.SignInCode, back),
        Standing.MustEnrol => ReturnAddress.Carry(DeskAddress.SignInFactor, back),
        _ => ReturnAddress.Carry(DeskAddress.SignIn, back),
    };

    private void Admit(HttpContext http, SignInResult.Admitted admitted, string back)
    {
        limit.Forgive(http.Address);
        DeskCookie.Set(http, admitted.Token);
        DeskServing.Lead(http, Next(admitted.Admission.Standing, back));
    }

    private string Wait(HttpContext http, TimeSpan wait)
    {
        var seconds = (int)Math.Ceiling(wait.TotalSeconds);
        http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return texts["SignIn.TooMany", seconds];
    }

    private Task SendAsync(HttpContext http, string back, string email, string? problem, int status, bool isReady = false) => serving.SendAsync(
        http,
        new DeskPage(texts["SignIn.Title"], new SignInView { Model = new SignInModel(serving.Token(http), back, email, problem is null ? null : new FieldProblem("password", problem)) }) { IsNarrow = true, Note = isReady ? new DeskNote(texts["SignIn.Ready"]) : Bad(problem) },
        status);

    private Task SendCodeAsync(HttpContext http, Admission half, string back, string? problem, int status) => serving.SendAsync(
        http,
        new DeskPage(texts["SignIn.CodeTitle"], new CodeView { Model = new CodeModel(serving.Token(http), back, half.Account.Email, problem is null ? null : new FieldProblem("code", problem)) }) { IsNarrow = true, Note = Bad(problem) },
        status);

    private static DeskNote? Bad(string? problem) => problem is null ? null : new DeskNote(problem, IsBad: true);
}

internal sealed record SignInModel(string Token, string Return, string Email, FieldProblem? Wrong);

internal sealed record CodeModel(string Token, string Return, string Email, FieldProblem? Wrong);
