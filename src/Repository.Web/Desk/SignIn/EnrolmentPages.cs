using Microsoft.Extensions.Localization;
using Repository.Core.Accounts;
using Repository.Web.Desk.Rendering;
using Repository.Web.Desk.Serving;
using Repository.Web.Desk.Users;
using Repository.Web.Desk.Views;
using Repository.Web.Resources;

namespace Repository.Web.Desk.SignIn;

/// <summary>Whose roles demand a second factor sets it up before anything else, and gets the recovery codes.</summary>
internal sealed class EnrolmentPages(OwnAccount own, DeskServing serving, IStringLocalizer<DeskTexts> texts)
{
    public Task ShowAsync(HttpContext http)
    {
        var back = ReturnAddress.Within(http.Request.Query[ReturnAddress.Field]);
        if (http.Admission is { Standing: Standing.MustEnrol } half) return SendAsync(http, half, back, null, StatusCodes.Status200OK);
        DeskServing.Lead(http, SignInPages.Next(http.Admission?.Standing, back));
        return Task.CompletedTask;
    }

    public async Task ConfirmAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var back = ReturnAddress.Within(form[ReturnAddress.Field]);
        if (http.Admission is not { Standing: Standing.MustEnrol } half)
        {
            DeskServing.Lead(http, SignInPages.Next(http.Admission?.Standing, back));
            return;
        }

        if (await own.ConfirmFactorAsync(half, form["code"].ToString(), "", http.RequestAborted) is not AccountResult.Done done)
        {
            await SendAsync(http, half, back, texts["Account.Problem.WrongCode"], StatusCodes.Status422UnprocessableEntity);
            return;
        }

        // Shown in the answer itself: they are kept nowhere and cannot be shown again.
        DeskCookie.Set(http, done.Secret);
        await serving.SendAsync(http, new DeskPage(texts["Account.CodesTitle"], new RecoveryCodesView { Model = new RecoveryCodesModel(done.RecoveryCodes, back) }) { IsNarrow = true });
    }

    private async Task SendAsync(HttpContext http, Admission half, string back, string? problem, int status)
    {
        var setting = FactorSetting.Of(await own.PrepareFactorAsync(half, http.RequestAborted), half.Account, texts);
        var view = new EnrolmentView { Model = new EnrolmentModel(serving.Token(http), back, setting, problem is null ? null : new FieldProblem("code", problem)) };
        await serving.SendAsync(http, new DeskPage(texts["SignIn.FactorTitle"], view) { Note = problem is null ? null : new DeskNote(problem, IsBad: true) }, status);
    }
}

/// <summary>What an app needs to know: the link, as a picture too, and the secret to be typed.</summary>
internal sealed record FactorSetting(string Link, string Secret)
{
    private const int GroupLength = 4;

    public static FactorSetting Of(byte[] secret, Account account, IStringLocalizer texts) => new(
        Totp.Link(secret, texts["SignIn.Issuer"], account.Email),
        string.Join(' ', Totp.Base32(secret).Chunk(GroupLength).Select(group => new string(group))));
}

internal sealed record EnrolmentModel(string Token, string Return, FactorSetting Setting, FieldProblem? Wrong);

internal sealed record RecoveryCodesModel(IReadOnlyList<string> Codes, string Next);
