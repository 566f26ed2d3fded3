using System.Net;
using Repository.Core.Accounts;
using Repository.Core.Workflow;
using Repository.Web.Desk.SignIn;

namespace Repository.Specs.Desk;

/// <summary>What must not happen at the door of the desk. One test for each way somebody might try.</summary>
public sealed class SignInSecuritySpecs(DeskKit desk) : IClassFixture<DeskKit>
{
    [Theory]
    [InlineData("/desk/signin")]
    [InlineData("/desk/signin/code")]
    [InlineData("/desk/signin/factor")]
    [InlineData("/desk/signout")]
    public async Task a_form_without_the_pages_token_does_nothing(string address)
    {
        using var browser = await desk.SignInAsync(Role.Reviewer);

        var without = await browser.PostBareAsync(address, ("email", "ana@example.org"), ("password", DeskKit.Password));
        var invented = await browser.PostBareAsync(address, ("Token", "CfDJ8invented"), ("email", "ana@example.org"));

        Assert.Equal(HttpStatusCode.BadRequest, without.Status);
        Assert.Equal(HttpStatusCode.BadRequest, invented.Status);
        Assert.Null((await browser.GetAsync("/desk/nowhere")).Location);
    }

    [Fact]
    public async Task a_form_that_cannot_be_read_is_refused_like_one_without_a_token()
    {
        using var stranger = desk.Stranger();
        var broken = new StringContent("no es un formulario");
        broken.Headers.ContentType = new("multipart/form-data");

        var answer = await stranger.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/desk/signin") { Content = broken });

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
    }

    [Fact]
    public async Task the_token_of_another_session_is_worth_nothing()
    {
        using var mine = await desk.SignInAsync(Role.Reviewer);
        using var theirs = await desk.SignInAsync(Role.Reviewer);
        using var stranger = desk.Stranger();

        var (foreign, outside) = (await theirs.TokenAsync(), await stranger.TokenAsync());
        await mine.TokenAsync();

        Assert.Equal(HttpStatusCode.BadRequest, (await mine.PostBareAsync("/desk/signout", ("Token", foreign))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await mine.PostBareAsync("/desk/signout", ("Token", outside))).Status);
    }

    [Fact]
    public async Task a_session_that_somebody_put_into_the_browser_is_not_the_one_that_is_signed_in()
    {
        var account = await desk.AccountAsync([new Grant(Role.Reviewer, null)], hasPassword: true);
        using var attacker = await desk.SignInAsync(Role.Translator);
        using var victim = desk.Stranger();
        victim.SessionCookie = attacker.SessionCookie;

        // They have their own page of the desk open and sign out and in again, as anybody would.
        await victim.PostAsync("/desk/signout");
        victim.SessionCookie = "elegida-por-otro";
        await victim.PostAsync("/desk/signin", ("email", account.Email), ("password", DeskKit.Password));

        Assert.NotEqual("elegida-por-otro", victim.SessionCookie);
        Assert.NotEqual(attacker.SessionCookie, victim.SessionCookie);
        Assert.NotNull((await attacker.GetAsync("/desk/nowhere")).Location);
    }

    [Fact]
    public async Task the_token_changes_between_password_and_code()
    {
        var account = await desk.AccountAsync([new Grant(Role.Publisher, null)], hasPassword: true);
        using var browser = desk.Stranger();
        await browser.PostAsync("/desk/signin", ("email", account.Email), ("password", DeskKit.Password));
        using var copy = desk.Stranger();
        copy.SessionCookie = browser.SessionCookie;

        await browser.PostAsync("/desk/signin/code", ("code", desk.CodeOf(account)));

        Assert.NotEqual(copy.SessionCookie, browser.SessionCookie);
        Assert.Null((await browser.GetAsync("/desk/nowhere")).Location);
        Assert.NotNull((await copy.GetAsync("/desk/nowhere")).Location);
    }

    [Fact]
    public async Task the_code_of_an_app_is_not_taken_twice()
    {
        var account = await desk.AccountAsync([new Grant(Role.Publisher, null)], hasPassword: true);
        var code = desk.CodeOf(account);

        var statuses = new List<HttpStatusCode>();
        for (var time = 0; time < 2; time++)
        {
            using var browser = desk.Stranger();
            await browser.PostAsync("/desk/signin", ("email", account.Email), ("password", DeskKit.Password));
            statuses.Add((await browser.PostAsync("/desk/signin/code", ("code", code))).Status);
        }

        Assert.Equal([HttpStatusCode.SeeOther, HttpStatusCode.Unauthorized], statuses);
    }

    [Fact]
    public async Task after_ten_failures_in_a_minute_an_address_waits_and_no_other_does()
    {
        await using var own = await DeskKit.StartWithClockAsync();
        var account = await own.AccountAsync([new Grant(Role.Reviewer, null)], hasPassword: true);
        using var attacker = own.Stranger("198.51.100.1");
        using var elsewhere = own.Stranger("198.51.100.2");
        for (var failure = 0; failure < AddressLimit.Most; failure++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await attacker.PostAsync("/desk/signin", ("email", $"{failure}@example.org"), ("password", "otra cosa"))).Status);
        }

        var stopped = await attacker.PostAsync("/desk/signin", ("email", account.Email), ("password", DeskKit.Password));
        var other = await elsewhere.PostAsync("/desk/signin", ("email", account.Email), ("password", DeskKit.Password));

        Assert.Equal(HttpStatusCode.TooManyRequests, stopped.Status);
        Assert.InRange(int.Parse(stopped.Headers["Retry-After"], System.Globalization.CultureInfo.InvariantCulture), 1, 60);
        Assert.Equal(HttpStatusCode.SeeOther, other.Status);
        own.Clock.Now += AddressLimit.Window;
        Assert.Equal(HttpStatusCode.SeeOther, (await attacker.PostAsync("/desk/signin", ("email", account.Email), ("password", DeskKit.Password))).Status);
    }

    [Fact]
    public async Task many_attempts_at_once_are_no_way_around()
    {
        await using var own = await DeskKit.StartWithClockAsync();
        using var attacker = own.Stranger();
        await attacker.TokenAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 2 * AddressLimit.Most).Select(_ => attacker.PostAsync("/desk/signin", ("email", "ana@example.org"), ("password", "otra cosa"))));

        Assert.Equal(AddressLimit.Most, answers.Count(answer => answer.Status == HttpStatusCode.Unauthorized));
        Assert.Equal(AddressLimit.Most, answers.Count(answer => answer.Status == HttpStatusCode.TooManyRequests));
    }

    [Fact]
    public async Task many_addresses_do_not_help_against_one_account()
    {
        await using var own = await DeskKit.StartWithClockAsync();
        var account = await own.AccountAsync([new Grant(Role.Reviewer, null)], hasPassword: true);
        for (var failure = 0; failure < Lockout.MostFailures; failure++)
        {
            using var attacker = own.Stranger($"203.0.113.{failure}");
            await attacker.PostAsync("/desk/signin", ("email", account.Email), ("password", "otra cosa"));
        }

        using var owner = own.Stranger("198.51.100.9");
        var during = await owner.PostAsync("/desk/signin", ("email", account.Email), ("password", DeskKit.Password));
        own.Clock.Now += Lockout.Pause;
        var after = await owner.PostAsync("/desk/signin", ("email", account.Email), ("password", DeskKit.Password));

        Assert.Equal(HttpStatusCode.Unauthorized, during.Status);
        Assert.Equal(HttpStatusCode.SeeOther, after.Status);
    }

    [Fact]
    public async Task nobody_learns_whether_an_account_exists()
    {
        var active = await desk.AccountAsync([new Grant(Role.Reviewer, null)], hasPassword: true);
        var locked = await desk.AccountAsync([new Grant(Role.Reviewer, null)], hasPassword: true);
        await desk.Site.Service<AccountKeeping>().LockAsync(Keeper.Terminal, locked.Key, TestContext.Current.CancellationToken);

        var answers = new List<string>();
        foreach (var (email, password) in ((string, string)[])[(active.Email, "otra cosa"), (locked.Email, DeskKit.Password), ("nadie@example.org", DeskKit.Password)])
        {
            using var browser = desk.Stranger("198.51.100.3");
            var answer = await browser.PostAsync("/desk/signin", ("email", email), ("password", password));
            answers.Add($"{answer.Status} {answer.Note} {answer.Headers.ContainsKey("Retry-After")}");
        }

        Assert.Single(answers.Distinct());
    }

    [Fact]
    public async Task a_stranger_costs_the_same_work_as_a_wrong_password()
    {
        var account = await desk.AccountAsync([new Grant(Role.Reviewer, null)], hasPassword: true);
        var secrets = desk.Site.Service<ISecretKeeping>();
        secrets.Match("", "x");

        // Taken in turns, the shortest of each: whatever else the machine does falls on both.
        var (known, unknown) = (double.MaxValue, double.MaxValue);
        for (var round = 0; round < 8; round++) (known, unknown) = (Math.Min(known, Took(account.PasswordHash)), Math.Min(unknown, Took("")));

        Assert.InRange(unknown / known, 0.5, 2.0);

        double Took(string hash)
        {
            var since = System.Diagnostics.Stopwatch.GetTimestamp();
            Assert.Equal(PasswordMatch.No, secrets.Match(hash, "otra cosa"));
            return System.Diagnostics.Stopwatch.GetElapsedTime(since).TotalMilliseconds;
        }
    }

    [Theory]
    [InlineData("https://example.org/")]
    [InlineData("//example.org/desk")]
    [InlineData("/desk/../../example.org")]
    public async Task nobody_is_led_elsewhere_after_signing_in(string back)
    {
        var account = await desk.AccountAsync([new Grant(Role.Reviewer, null)], hasPassword: true);
        using var browser = desk.Stranger();

        var shown = await browser.GetAsync($"/desk/signin?return={Uri.EscapeDataString(back)}");
        var answer = await browser.PostAsync("/desk/signin", ("email", account.Email), ("password", DeskKit.Password), ("return", back));

        Assert.Equal("/desk", shown.Page.QuerySelector("[name=return]")!.GetAttribute("value"));
        Assert.Equal("/desk", answer.Location);
    }

    [Fact]
    public async Task the_cookie_is_for_this_site_and_no_script()
    {
        var account = await desk.AccountAsync([new Grant(Role.Reviewer, null)], hasPassword: true);
        using var plain = desk.Stranger();
        var answer = await plain.PostAsync("/desk/signin", ("email", account.Email), ("password", DeskKit.Password));

        var cookie = Assert.Single(answer.Headers["Set-Cookie"].Split('\n'), cookie => cookie.StartsWith("desk=", StringComparison.Ordinal)).ToLowerInvariant();
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=lax", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain("secure", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain("expires", cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task over_tls_the_cookie_is_secure_and_bound_to_the_host()
    {
        var account = await desk.AccountAsync([new Grant(Role.Reviewer, null)], hasPassword: true);
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = desk.Site.Client.BaseAddress };
        http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        http.DefaultRequestHeaders.Add("X-Forwarded-For", "198.51.100.4");
        var cancellation = TestContext.Current.CancellationToken;
        using var shown = await http.GetAsync(new Uri("/desk/signin", UriKind.Relative), cancellation);
        var page = new DeskAnswer(shown.StatusCode, await shown.Content.ReadAsStringAsync(cancellation), new Dictionary<string, string>());
        var cookie = shown.Headers.GetValues("Set-Cookie").First();
        http.DefaultRequestHeaders.Add("Cookie", cookie.Split(';')[0]);

        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["Token"] = page.Page.QuerySelector("[name=Token]")!.GetAttribute("value")!,
            ["email"] = account.Email,
            ["password"] = DeskKit.Password,
        });
        using var answer = await http.PostAsync(new Uri("/desk/signin", UriKind.Relative), form, cancellation);

        var session = Assert.Single(answer.Headers.GetValues("Set-Cookie"), set => set.StartsWith("__Host-desk=", StringComparison.Ordinal)).ToLowerInvariant();
        Assert.All((string[])["; secure", "; httponly", "; samesite=lax", "; path=/"], flag => Assert.Contains(flag, session, StringComparison.Ordinal));
        Assert.DoesNotContain("domain=", session, StringComparison.Ordinal);
        Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task pages_run_nothing_foreign_are_shown_in_no_foreign_frame_and_kept_nowhere()
    {
        using var stranger = desk.Stranger();

        var answer = await stranger.GetAsync("/desk/signin");

        Assert.Contains("frame-ancestors 'self'", answer.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", answer.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", answer.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Contains("no-store", answer.Headers["Cache-Control"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_session_that_nobody_uses_ends()
    {
        await using var own = await DeskKit.StartWithClockAsync("Desk:IdleMinutes=30");
        using var browser = await own.SignInAsync(Role.Reviewer);

        own.Clock.Now += TimeSpan.FromMinutes(29);
        Assert.Null((await browser.GetAsync("/desk/nowhere")).Location);
        own.Clock.Now += TimeSpan.FromMinutes(29);
        Assert.Null((await browser.GetAsync("/desk/nowhere")).Location);
        own.Clock.Now += TimeSpan.FromMinutes(31);

        Assert.NotNull((await browser.GetAsync("/desk/nowhere")).Location);
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync("/desk/api/anything")).Status);
    }

    [Fact]
    public async Task only_this_machine_and_named_proxies_say_for_whom_they_ask()
    {
        await using var own = await DeskKit.StartAsync();
        var forwarded = own.Site.Service<Microsoft.Extensions.Options.IOptions<Microsoft.AspNetCore.Builder.ForwardedHeadersOptions>>().Value;

        Assert.DoesNotContain(forwarded.KnownIPNetworks, network => network.Contains(IPAddress.Parse("192.0.2.1")));
        Assert.Contains(forwarded.KnownIPNetworks, network => network.Contains(IPAddress.Loopback));

        await using var behind = await DeskKit.StartAsync("Proxies=192.0.2.1, 10.0.0.0/8");
        var known = behind.Site.Service<Microsoft.Extensions.Options.IOptions<Microsoft.AspNetCore.Builder.ForwardedHeadersOptions>>().Value.KnownIPNetworks;
        Assert.All((string[])["192.0.2.1", "10.1.2.3", "127.0.0.1"], address => Assert.Contains(known, network => network.Contains(IPAddress.Parse(address))));
    }
}
