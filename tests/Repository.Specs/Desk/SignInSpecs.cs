using System.Net;
using Repository.Core.Accounts;
using Repository.Core.Workflow;
using Repository.Web.Desk.SignIn;

namespace Repository.Specs.Desk;

/// <summary>The way in and out, by native forms, as a browser without scripts takes it.</summary>
public sealed class SignInSpecs(DeskKit desk) : IClassFixture<DeskKit>
{
    [Theory]
    [InlineData("/desk", "/desk/signin")]
    [InlineData("/desk/content?type=practice", "/desk/signin?return=%2Fdesk%2Fcontent%3Ftype%3Dpractice")]
    public async Task whoever_is_not_signed_in_is_led_to_sign_in(string address, string way)
    {
        using var stranger = desk.Stranger();

        var answer = await stranger.GetAsync(address);

        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        Assert.Equal(way, answer.Location);
    }

    [Fact]
    public async Task the_page_has_one_form_that_needs_no_scripts()
    {
        using var stranger = desk.Stranger();

        var page = (await stranger.GetAsync("/desk/signin?return=/desk/content")).Page;

        var form = Assert.Single(page.QuerySelectorAll("form"));
        Assert.Equal("post", form.GetAttribute("method"));
        Assert.Equal("/desk/signin", form.GetAttribute("action"));
        Assert.Equal(["Token", "return", "email", "password"], form.QuerySelectorAll("input").Select(input => input.GetAttribute("name")));
        Assert.Equal("/desk/content", form.QuerySelector("[name=return]")!.GetAttribute("value"));
        Assert.All(form.QuerySelectorAll("input:not([type=hidden])"), input => Assert.NotNull(page.QuerySelector($"label[for={input.Id}]")));
        Assert.Empty(page.QuerySelectorAll("script"));
    }

    [Fact]
    public async Task an_editor_enters_with_a_password_and_is_where_they_wanted_to_be()
    {
        var account = await desk.AccountAsync([new Grant(Role.Systematiser, null)], hasPassword: true);
        using var browser = desk.Stranger();

        var answer = await browser.PostAsync("/desk/signin", ("email", account.Email.ToUpperInvariant()), ("password", DeskKit.Password), ("return", "/desk/content"));

        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        Assert.Equal("/desk/content", answer.Location);
        Assert.Contains(account.Name, (await browser.GetAsync("/desk/nowhere")).Text, StringComparison.Ordinal);
        Assert.Equal("/desk", (await browser.GetAsync("/desk/signin")).Location);
    }

    [Fact]
    public async Task whoever_leaves_is_out_everywhere_the_cookie_was_copied_to()
    {
        using var browser = await desk.SignInAsync(Role.Translator);
        using var copy = desk.Stranger();
        copy.SessionCookie = browser.SessionCookie;

        var answer = await browser.PostAsync("/desk/signout");

        Assert.Equal("/desk/signin", answer.Location);
        Assert.Null(browser.SessionCookie);
        Assert.Equal("/desk/signin?return=%2Fdesk%2Fcontent", (await copy.GetAsync("/desk/content")).Location);
    }

    [Fact]
    public async Task an_administrator_sets_up_the_second_factor_by_plain_forms_before_anything_else()
    {
        await using var own = await DeskKit.StartWithClockAsync();
        var account = await own.AccountAsync([new Grant(Role.Administrator, null)], hasPassword: true, hasFactor: false);
        using var browser = own.Stranger();

        var entered = await browser.PostAsync("/desk/signin", ("email", account.Email), ("password", DeskKit.Password), ("return", "/desk/users"));
        var elsewhere = await browser.GetAsync("/desk/users");
        var page = await browser.GetAsync(entered.Location!);
        var secret = new Uri(page.Page.QuerySelector("a[href^=otpauth]")!.GetAttribute("href")!).Query.Split('?', '&').First(part => part.StartsWith("secret=", StringComparison.Ordinal))[7..];
        var reloaded = await browser.GetAsync(entered.Location!);
        var wrong = await browser.PostAsync("/desk/signin/factor", ("code", "000000"));
        var done = await browser.PostAsync("/desk/signin/factor", ("code", CodeOf(secret, own.Clock.Now)), ("return", "/desk/users"));

        Assert.Equal("/desk/signin/factor?return=%2Fdesk%2Fusers", entered.Location);
        Assert.Equal("/desk/signin?return=%2Fdesk%2Fusers", elsewhere.Location);
        Assert.Equal(secret, page.Page.QuerySelector("code.secret")!.TextContent.Replace(" ", "", StringComparison.Ordinal));
        Assert.NotNull(page.Page.QuerySelector("svg.qr[role=img][aria-label]"));
        Assert.Contains(secret, reloaded.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Equal(RecoveryCode.Count, done.Page.QuerySelectorAll(".codes code").Length);
        Assert.Equal("/desk/users", done.Page.QuerySelector("main a.button")!.GetAttribute("href"));
        Assert.Null((await browser.GetAsync("/desk/nowhere")).Location);

        using var later = own.Stranger();
        own.Clock.Now += TimeSpan.FromMinutes(1);
        var half = await later.PostAsync("/desk/signin", ("email", account.Email), ("password", DeskKit.Password));
        Assert.Equal("/desk/signin/code", half.Location);
        Assert.Equal("/desk/signin", (await later.GetAsync("/desk")).Location);
        Assert.Equal("/desk/signin/code", (await later.GetAsync("/desk/signin")).Location);
        Assert.Equal(HttpStatusCode.Unauthorized, (await later.PostAsync("/desk/signin/code", ("code", "000000"))).Status);
        Assert.Equal("/desk", (await later.PostAsync("/desk/signin/code", ("code", CodeOf(secret, own.Clock.Now)))).Location);
    }

    [Fact]
    public async Task an_installation_may_do_without_a_second_factor()
    {
        await using var own = await DeskKit.StartAsync("Desk:SecondFactor=optional");
        var account = await own.AccountAsync([new Grant(Role.Administrator, null)], hasPassword: true);
        using var browser = own.Stranger();

        var answer = await browser.PostAsync("/desk/signin", ("email", account.Email), ("password", DeskKit.Password));

        Assert.Equal("/desk", answer.Location);
        Assert.Null((await browser.GetAsync("/desk/nowhere")).Location);
    }

    [Fact]
    public async Task a_recovery_code_stands_in_for_the_app_once()
    {
        var account = await desk.AccountAsync([new Grant(Role.Publisher, null)], hasPassword: true);
        var code = RecoveryCode.NewSet()[0];
        await desk.Site.Service<IAccountStore>().WriteAsync(async accounts => { await accounts.ReplaceRecoveryCodesAsync(account.Key, [RecoveryCode.Hash(code)]); return true; }, TestContext.Current.CancellationToken);

        var (first, second) = (await EnterAsync(), await EnterAsync());

        Assert.Equal(HttpStatusCode.SeeOther, first);
        Assert.Equal(HttpStatusCode.Unauthorized, second);

        async Task<HttpStatusCode> EnterAsync()
        {
            using var browser = desk.Stranger();
            await browser.PostAsync("/desk/signin", ("email", account.Email), ("password", DeskKit.Password));
            return (await browser.PostAsync("/desk/signin/code", ("code", code.ToUpperInvariant()))).Status;
        }
    }

    [Fact]
    public async Task who_came_in_and_who_tried_is_remembered_with_where_from()
    {
        var account = await desk.AccountAsync([new Grant(Role.Reviewer, null)], hasPassword: true);
        using var browser = desk.Stranger("198.51.100.7");

        await browser.PostAsync("/desk/signin", ("email", account.Email), ("password", "otra cosa"));
        await browser.PostAsync("/desk/signin", ("email", account.Email), ("password", DeskKit.Password));
        await browser.PostAsync("/desk/signout");

        var events = await desk.EventsAsync(account);
        Assert.Equal([AccountEventKind.SignedOut, AccountEventKind.SignedIn, AccountEventKind.WrongPassword], events.Select(entry => entry.Kind));
        Assert.All(events, entry => Assert.Equal("198.51.100.7", entry.Visitor.Address));
    }

    [Theory]
    [InlineData(null, "/desk")]
    [InlineData("", "/desk")]
    [InlineData("/desk", "/desk")]
    [InlineData("/desk?x=1", "/desk?x=1")]
    [InlineData("/desk/content/new?type=practice#titulo", "/desk/content/new?type=practice#titulo")]
    [InlineData("/desk/content?q=tequio y más", "/desk/content?q=tequio%20y%20m%C3%A1s")]
    [InlineData("//example.org/desk", "/desk")]
    [InlineData("https://example.org/desk", "/desk")]
    [InlineData("/desk@example.org", "/desk")]
    [InlineData("/deskevil", "/desk")]
    [InlineData("/desk/../buscar", "/desk")]
    [InlineData("/desk/%2e%2e/buscar", "/desk")]
    [InlineData("/desk/\\example.org", "/desk")]
    [InlineData("/desk/\r\nSet-Cookie: x=1", "/desk")]
    [InlineData("/practicas/", "/desk")]
    [InlineData("/desk/signin?return=/desk/signin", "/desk")]
    [InlineData("/desk/signout", "/desk")]
    public void one_is_led_back_to_places_of_the_desk_alone(string? asked, string way) => Assert.Equal(way, ReturnAddress.Within(asked));

    private static string CodeOf(string base32, DateTimeOffset now)
    {
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var bits = string.Concat(base32.Select(letter => Convert.ToString(Alphabet.IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return Totp.Code([.. bits.Chunk(8).Where(octet => octet.Length == 8).Select(octet => Convert.ToByte(new string(octet), 2))], Totp.StepAt(now));
    }
}
