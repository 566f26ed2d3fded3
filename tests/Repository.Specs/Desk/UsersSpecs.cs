using System.Net;
using Repository.Core.Accounts;
using Repository.Core.Workflow;

namespace Repository.Specs.Desk;

/// <summary>Looking after accounts: by administrators, and by nobody else.</summary>
public sealed class UsersSpecs(DeskKit desk) : IClassFixture<DeskKit>
{
    public static TheoryData<Role> Others => [.. Enum.GetValues<Role>().Where(role => role != Role.Administrator)];

    [Theory]
    [MemberData(nameof(Others))]
    public async Task nobody_else_sees_or_changes_accounts(Role role)
    {
        using var browser = await desk.SignInAsync(role);
        var own = browser.Account;

        DeskAnswer[] answers =
        [
            await browser.GetAsync("/desk/users"),
            await browser.GetAsync("/desk/users/new"),
            await browser.GetAsync("/desk/users/events"),
            await browser.GetAsync($"/desk/users/{own.Key:d}"),
            await browser.PostAsync("/desk/users/new", ("email", "nueva@example.org"), ("name", "Nueva"), ("grant", "Administrator")),
            await browser.PostAsync($"/desk/users/{own.Key:d}/grants", ("grant", "Administrator")),
            await browser.PostAsync($"/desk/users/{own.Key:d}/reset"),
            await browser.PostAsync($"/desk/users/{own.Key:d}/lock"),
            await browser.PostAsync($"/desk/users/{own.Key:d}/unlock"),
            await browser.PostAsync($"/desk/users/{own.Key:d}/factor"),
            await browser.PostAsync($"/desk/users/{own.Key:d}/sessions"),
        ];

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Forbidden, answer.Status));
        Assert.Equal(own.Grants, (await desk.FindAsync(own)).Grants);
        Assert.DoesNotContain("/desk/users", answers[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task who_administers_a_section_administers_nothing()
    {
        using var browser = await desk.SignInAsync(Role.Administrator, Guid.NewGuid());

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/desk/users")).Status);
    }

    [Fact]
    public async Task somebody_is_invited_by_a_link_chooses_a_password_and_comes_in()
    {
        using var administrator = await desk.SignInAsync(Role.Administrator);
        using var invited = desk.Stranger();

        var made = await administrator.PostAsync("/desk/users/new", ("email", "Rosa@Example.org"), ("name", "Rosa"), ("grant", "Reviewer"));
        var link = new Uri(made.Page.QuerySelector("#link")!.GetAttribute("value")!);
        var shown = await invited.GetAsync(link.AbsolutePath);
        var weak = await invited.PostAsync(link.AbsolutePath, ("name", "Rosa Ruiz"), ("password", "corta"));
        var joined = await invited.PostAsync(link.AbsolutePath, ("name", "Rosa Ruiz"), ("password", DeskKit.Password));
        var ready = await invited.GetAsync(joined.Location!);
        var entered = await invited.PostAsync("/desk/signin", ("email", "rosa@example.org"), ("password", DeskKit.Password));

        Assert.Equal(desk.Site.Client.BaseAddress!.Authority, link.Authority);
        Assert.Equal("rosa@example.org", shown.Page.QuerySelector("#email")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, weak.Status);
        Assert.Equal("Tu contraseña quedó guardada. Ya puedes entrar con ella.", ready.Note);
        Assert.Single(ready.Page.QuerySelectorAll("form"));
        Assert.Equal("/desk", entered.Location);
        Assert.Contains("Rosa Ruiz", (await administrator.GetAsync("/desk/users")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task an_invitation_gives_what_it_was_made_for_and_nothing_that_its_form_brings()
    {
        using var administrator = await desk.SignInAsync(Role.Administrator);
        using var invited = desk.Stranger();
        var link = new Uri((await administrator.PostAsync("/desk/users/new", ("email", "just@example.org"), ("name", "Just"), ("grant", "Translator"))).Page.QuerySelector("#link")!.GetAttribute("value")!).AbsolutePath;

        await invited.PostAsync(link, ("name", "Just"), ("password", DeskKit.Password), ("grant", "Administrator"), ("Grants", "Administrator"), ("email", "boss@example.org"), ("IsLocked", "false"));
        var boss = await invited.PostAsync("/desk/signin", ("email", "boss@example.org"), ("password", DeskKit.Password));
        var entered = await invited.PostAsync("/desk/signin", ("email", "just@example.org"), ("password", DeskKit.Password));

        Assert.Equal(HttpStatusCode.Unauthorized, boss.Status);
        Assert.Equal("/desk", entered.Location);
        Assert.Equal(HttpStatusCode.Forbidden, (await invited.GetAsync("/desk/users")).Status);
    }

    [Fact]
    public async Task what_is_wrong_with_a_form_is_said_at_its_field()
    {
        using var administrator = await desk.SignInAsync(Role.Administrator);

        var email = await administrator.PostAsync("/desk/users/new", ("email", "no es un correo"), ("name", "Rosa"), ("grant", "Reviewer"));
        var role = await administrator.PostAsync("/desk/users/new", ("email", "rosa2@example.org"), ("name", "Rosa"));
        var current = await administrator.PostAsync("/desk/account/password", ("current", "otra cosa"), ("password", "la milpa de mi abuela"));

        foreach (var (answer, field) in new[] { (email, "email"), (role, "roles"), (current, "current") })
        {
            var control = answer.Page.GetElementById(field)!;
            var described = control.GetAttribute("aria-describedby")!.Split(' ').Select(id => answer.Page.GetElementById(id)!.TextContent);
            Assert.Contains(answer.Note, described);
        }

        Assert.Equal("true", email.Page.GetElementById("email")!.GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task an_invitation_is_good_once()
    {
        using var administrator = await desk.SignInAsync(Role.Administrator);
        using var first = desk.Stranger();
        using var second = desk.Stranger();
        var link = new Uri((await administrator.PostAsync("/desk/users/new", ("email", "once@example.org"), ("name", "Once"), ("grant", "Translator"))).Page.QuerySelector("#link")!.GetAttribute("value")!).AbsolutePath;

        await first.PostAsync(link, ("name", "Once"), ("password", DeskKit.Password));
        var shown = await second.GetAsync(link);
        var again = await second.PostAsync(link, ("name", "Otra"), ("password", "la milpa de mi abuela"));

        Assert.Equal(HttpStatusCode.Gone, shown.Status);
        Assert.Equal(HttpStatusCode.Gone, again.Status);
        Assert.Equal(HttpStatusCode.Gone, (await second.GetAsync("/desk/invitation/inventada")).Status);
        Assert.Equal("/desk", (await first.PostAsync("/desk/signin", ("email", "once@example.org"), ("password", DeskKit.Password))).Location);
    }

    [Fact]
    public async Task roles_are_given_everywhere_or_in_sections_that_there_are()
    {
        using var administrator = await desk.SignInAsync(Role.Administrator);
        var account = await desk.AccountAsync([new Grant(Role.Translator, null)]);
        var page = (await administrator.GetAsync($"/desk/users/{account.Key:d}")).Page;
        var section = page.QuerySelectorAll("input[name=grant]").Select(input => input.GetAttribute("value")!).First(value => value.StartsWith("Reviewer/", StringComparison.Ordinal));

        var answer = await administrator.PostAsync(
            $"/desk/users/{account.Key:d}/grants", ("grant", section), ("grant", "Systematiser"), ("grant", section.Replace("Reviewer", "Systematiser", StringComparison.Ordinal)), ("grant", $"Publisher/{Guid.NewGuid():d}"), ("grant", "Reina"));

        Assert.Equal($"/desk/users/{account.Key:d}?done=grants", answer.Location);
        Assert.Equal([new Grant(Role.Systematiser, null), new Grant(Role.Reviewer, Guid.Parse(section[9..]))], (await desk.FindAsync(account)).Grants);
        Assert.True(page.QuerySelector("input[value=Translator]")!.HasAttribute("checked"));
    }

    [Fact]
    public async Task a_right_that_was_taken_away_does_not_count_at_the_next_request()
    {
        using var administrator = await desk.SignInAsync(Role.Administrator);
        using var other = await desk.SignInAsync(Role.Administrator);

        await administrator.PostAsync($"/desk/users/{other.Account.Key:d}/grants", ("grant", "Reviewer"));

        Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync("/desk/users")).Status);
    }

    [Fact]
    public async Task a_locked_account_is_out_at_once_and_the_audit_names_who_did_it()
    {
        using var administrator = await desk.SignInAsync(Role.Administrator);
        using var editor = await desk.SignInAsync(Role.Systematiser);
        var one = $"/desk/users/{editor.Account.Key:d}";

        var locked = await administrator.PostAsync($"{one}/lock");

        Assert.Equal($"{one}?done=lock", locked.Location);
        Assert.Equal(HttpStatusCode.SeeOther, (await editor.GetAsync("/desk/account")).Status);
        var events = await administrator.GetAsync("/desk/users/events");
        Assert.Contains($"Lo hizo {administrator.Account.Name}.", events.Text, StringComparison.Ordinal);
        Assert.Equal(AccountEventKind.Locked, (await desk.EventsAsync(editor.Account))[0].Kind);
        await administrator.PostAsync($"{one}/unlock");
        Assert.Equal(AccountState.Active, (await desk.FindAsync(editor.Account)).State);
    }

    [Fact]
    public async Task a_reset_shows_a_link_once_and_closes_what_is_open()
    {
        using var administrator = await desk.SignInAsync(Role.Administrator);
        using var editor = await desk.SignInAsync(Role.Systematiser);

        var answer = await administrator.PostAsync($"/desk/users/{editor.Account.Key:d}/reset");

        Assert.Contains("/desk/invitation/", answer.Page.QuerySelector("#link")!.GetAttribute("value"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await editor.GetAsync("/desk/account")).Status);
        Assert.DoesNotContain("/desk/invitation/", (await administrator.GetAsync($"/desk/users/{editor.Account.Key:d}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task the_last_administrator_stays_one()
    {
        await using var own = await DeskKit.StartAsync();
        using var last = await own.SignInAsync(Role.Administrator);
        var one = $"/desk/users/{last.Account.Key:d}";

        DeskAnswer[] answers = [await last.PostAsync($"{one}/lock"), await last.PostAsync($"{one}/grants", ("grant", "Reviewer")), await last.PostAsync($"{one}/reset")];

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status));
        Assert.All(answers, answer => Assert.Contains("nadie más podría entrar", answer.Note, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, (await last.GetAsync("/desk/users")).Status);
    }

    [Fact]
    public async Task what_somebody_calls_themselves_is_text_and_no_markup()
    {
        using var administrator = await desk.SignInAsync(Role.Administrator);
        using var editor = await desk.SignInAsync(Role.Systematiser);
        const string Name = "<img src=x onerror=alert(1)>\"'";

        await editor.PostAsync("/desk/account/name", ("name", Name));

        foreach (var address in (string[])["/desk/users", $"/desk/users/{editor.Account.Key:d}", "/desk/users/events"])
        {
            var page = await administrator.GetAsync(address);
            Assert.Empty(page.Page.QuerySelectorAll("img[onerror]"));
        }

        Assert.Contains(Name, (await administrator.GetAsync("/desk/users")).Page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task every_text_of_these_pages_is_there()
    {
        using var administrator = await desk.SignInAsync(Role.Administrator);
        using var stranger = desk.Stranger();
        var pages = new List<DeskAnswer>();
        foreach (var address in (string[])["/desk/account", "/desk/account/factor", "/desk/users", "/desk/users/new", "/desk/users/events", $"/desk/users/{administrator.Account.Key:d}"]) pages.Add(await administrator.GetAsync(address));
        foreach (var address in (string[])["/desk/signin", "/desk/signin?ready", "/desk/invitation/x"]) pages.Add(await stranger.GetAsync(address));

        Assert.All(pages, page => Assert.DoesNotMatch(@"\b(Desk|SignIn|Account|Users|Role)\.[A-Z][A-Za-z.]+", page.Page.Body!.TextContent));
        Assert.All(Enum.GetNames<AccountEventKind>(), kind => Assert.False(Texts[$"Users.Event.{kind}"].ResourceNotFound, kind));
        Assert.All(Enum.GetNames<AccountProblem>(), problem => Assert.False(Texts[$"Account.Problem.{problem}"].ResourceNotFound, problem));
    }

    private Microsoft.Extensions.Localization.IStringLocalizer Texts => desk.Site.Service<Microsoft.Extensions.Localization.IStringLocalizer<Web.Resources.DeskTexts>>();
}
