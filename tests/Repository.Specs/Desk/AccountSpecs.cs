using System.Net;
using Repository.Core.Accounts;
using Repository.Core.Workflow;

namespace Repository.Specs.Desk;

/// <summary>The own account: what everybody may change of it, and what a form cannot smuggle in.</summary>
public sealed class AccountSpecs(DeskKit desk) : IClassFixture<DeskKit>
{
    private const string Better = "la milpa de mi abuela";

    [Fact]
    public async Task the_own_name_is_changed_and_nothing_else_that_a_form_brings()
    {
        using var browser = await desk.SignInAsync(Role.Systematiser);

        var answer = await browser.PostAsync(
            "/desk/account/name", ("name", "Ana López"), ("role", "Administrator"), ("grant", "Administrator"), ("Grants", "Administrator"), ("Account.Grants", "Administrator"), ("email", "otra@example.org"), ("IsLocked", "true"));

        Assert.Equal("/desk/account?done=name", answer.Location);
        var account = await desk.FindAsync(browser.Account);
        Assert.Equal("Ana López", account.Name);
        Assert.Equal(browser.Account.Grants, account.Grants);
        Assert.Equal(browser.Account.Email, account.Email);
        var page = await browser.GetAsync(answer.Location!);
        Assert.Equal("Tu nombre quedó guardado.", page.Note);
    }

    [Fact]
    public async Task a_new_password_asks_for_the_old_one_and_closes_the_other_sessions()
    {
        var account = await desk.AccountAsync([new Grant(Role.Systematiser, null)], hasPassword: true);
        using var here = await desk.SignInAsync(account);
        using var elsewhere = await desk.SignInAsync(account);
        var before = here.SessionCookie;

        var wrong = await here.PostAsync("/desk/account/password", ("current", "otra cosa"), ("password", Better));
        var common = await here.PostAsync("/desk/account/password", ("current", DeskKit.Password), ("password", "contraseña2026"));
        var done = await here.PostAsync("/desk/account/password", ("current", DeskKit.Password), ("password", Better));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Equal("La contraseña actual no es correcta. No se cambió nada.", wrong.Note);
        Assert.Contains("las primeras que alguien probaría", common.Note, StringComparison.Ordinal);
        Assert.Equal("/desk/account?done=password", done.Location);
        Assert.NotEqual(before, here.SessionCookie);
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/desk/account")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await elsewhere.GetAsync("/desk/account")).Status);
    }

    [Fact]
    public async Task nobody_ends_a_session_of_somebody_else()
    {
        using var mine = await desk.SignInAsync(Role.Reviewer);
        using var theirs = await desk.SignInAsync(Role.Reviewer);

        var answer = await mine.PostAsync($"/desk/account/sessions/{theirs.Session.Key:d}");

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Equal(HttpStatusCode.OK, (await theirs.GetAsync("/desk/account")).Status);
    }

    [Fact]
    public async Task own_sessions_are_listed_and_each_can_be_ended()
    {
        using var here = await desk.SignInAsync(Role.Reviewer);
        using var lost = await desk.SignInAsync(here.Account);

        var page = (await here.GetAsync("/desk/account")).Page;
        var action = page.QuerySelectorAll(".sessions form").Select(form => form.GetAttribute("action")!).Single();
        var answer = await here.PostAsync(action);

        Assert.Equal($"/desk/account/sessions/{lost.Session.Key:d}", action);
        Assert.Equal("/desk/account?done=sessions", answer.Location);
        Assert.Equal(HttpStatusCode.SeeOther, (await lost.GetAsync("/desk/account")).Status);
    }

    [Fact]
    public async Task whoever_wants_a_second_factor_sets_it_up_and_can_remove_it()
    {
        var account = await desk.AccountAsync([new Grant(Role.Systematiser, null)], hasPassword: true);
        using var browser = await desk.SignInAsync(account);
        await browser.GetAsync("/desk/account/factor");
        var session = (await desk.Site.Service<IAccountStore>().ReadAsync(reader => reader.SessionsAsync(account.Key), TestContext.Current.CancellationToken)).Single();
        var code = Totp.Code(desk.Site.Service<ISecretKeeping>().Open(session.PendingFactor)!, Totp.StepAt(desk.Site.Service<TimeProvider>().GetUtcNow()));

        var unproven = await browser.PostAsync("/desk/account/factor", ("code", code), ("current", "otra cosa"));
        var set = await browser.PostAsync("/desk/account/factor", ("code", code), ("current", DeskKit.Password));
        var shown = await browser.GetAsync("/desk/account");
        var codes = await browser.PostAsync("/desk/account/codes", ("current", DeskKit.Password));
        var removed = await browser.PostAsync("/desk/account/factor/remove", ("current", DeskKit.Password));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, unproven.Status);
        Assert.Equal(RecoveryCode.Count, set.Page.QuerySelectorAll(".codes code").Length);
        Assert.Contains("Te quedan 10 códigos de recuperación.", shown.Text, StringComparison.Ordinal);
        Assert.Empty(set.Page.QuerySelectorAll(".codes code").Select(old => old.TextContent).Intersect(codes.Page.QuerySelectorAll(".codes code").Select(fresh => fresh.TextContent)));
        Assert.Equal("/desk/account?done=factor", removed.Location);
        Assert.False((await desk.FindAsync(account)).HasFactor);
    }

    [Fact]
    public async Task whose_roles_demand_a_second_factor_cannot_remove_it()
    {
        var account = await desk.AccountAsync([new Grant(Role.Publisher, null)], hasPassword: true);
        using var browser = await desk.SignInAsync(account);

        var answer = await browser.PostAsync("/desk/account/factor/remove", ("current", DeskKit.Password));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.True((await desk.FindAsync(account)).HasFactor);
    }

    [Fact]
    public async Task an_open_browser_is_no_place_to_try_passwords()
    {
        var account = await desk.AccountAsync([new Grant(Role.Systematiser, null)], hasPassword: true);
        using var browser = await desk.SignInAsync(account);
        for (var failure = 0; failure < Lockout.MostFailures; failure++) await browser.PostAsync("/desk/account/password", ("current", "otra cosa"), ("password", Better));

        var answer = await browser.PostAsync("/desk/account/password", ("current", DeskKit.Password), ("password", Better));

        Assert.Contains("Espera quince minutos", answer.Note, StringComparison.Ordinal);
    }
}
