using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Repository.Core.Accounts;
using Repository.Core.Workflow;
using Repository.Specs.Desk;

namespace Repository.Browser.Tests.Desk;

/// <summary>Coming in and looking after accounts, for whoever has only keys, only a small screen, or a program that reads the page aloud.</summary>
public sealed class SignInTests(Browsing browsing, ITestOutputHelper output)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task an_administrator_comes_in_for_the_first_time_by_keys_alone()
    {
        var page = await browsing.OpenAsync("/desk/users", scripts: false);
        var desk = DeskKit.On(browsing.Site);
        var account = await desk.AccountAsync([new Grant(Role.Administrator, null)], hasPassword: true, hasFactor: false);

        await TabToAsync(page, "email");
        await page.Keyboard.TypeAsync(account.Email);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync(DeskKit.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/desk/signin/factor*");
        await TabToAsync(page, "code");
        await page.Keyboard.TypeAsync(await PendingCodeAsync(account));
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync(".codes");
        await page.Locator("main a.button").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/desk/users");

        Assert.Equal("Personas", await page.TextContentAsync("h1"));
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 1280)]
    [InlineData(ColorScheme.Light, 360)]
    public async Task axe_finds_nothing_and_nothing_is_wider_than_the_screen(ColorScheme scheme, int width)
    {
        var page = await browsing.OpenAsync("/desk/signin", width, scheme);
        var desk = DeskKit.On(browsing.Site);
        using var client = await desk.SignInAsync(Role.Administrator);
        var other = await desk.AccountAsync([new Grant(Role.Reviewer, null)], hasPassword: true);
        var found = new List<string>();

        await LookAsync(page, found);
        await page.FillAsync("#email", other.Email);
        await page.FillAsync("#password", "otra cosa");
        await page.ClickAsync("button");
        await LookAsync(page, found);
        await page.Context.AddCookiesAsync([new Cookie { Name = "desk", Value = client.SessionCookie!, Url = $"{browsing.Origin}/desk" }]);
        foreach (var address in (string[])["/desk/account", "/desk/account/factor", "/desk/users", "/desk/users/new", "/desk/users/events", $"/desk/users/{other.Key:d}"])
        {
            await page.GotoAsync(browsing.Origin + address);
            await LookAsync(page, found);
        }

        await page.ClickAsync("form[action$='/reset'] button");
        await LookAsync(page, found);
        var link = await page.InputValueAsync("#link");
        await page.GotoAsync(link);
        await LookAsync(page, found);

        await page.Context.CloseAsync();
        foreach (var line in found) output.WriteLine(line);
        Assert.Empty(found);
    }

    private static async Task LookAsync(IPage page, List<string> found)
    {
        var result = await page.RunAxe();
        found.AddRange(result.Violations.Select(violation => $"{page.Url}: {violation.Id} – {violation.Help}: {violation.Nodes[0].Html}"));
        var excess = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (excess > 0) found.Add($"{page.Url} is too wide by {excess} pixels");
    }

    private static async Task TabToAsync(IPage page, string id)
    {
        for (var key = 0; key < 20; key++)
        {
            if (await page.Locator($"#{id}").EvaluateAsync<bool>("field => field === document.activeElement")) return;
            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"The keys do not lead to {id}.");
    }

    private async Task<string> PendingCodeAsync(Account account)
    {
        var session = (await browsing.Site.Service<IAccountStore>().ReadAsync(reader => reader.SessionsAsync(account.Key), Cancellation)).Single();
        return Totp.Code(browsing.Site.Service<ISecretKeeping>().Open(session.PendingFactor)!, Totp.StepAt(TimeProvider.System.GetUtcNow()));
    }
}
