using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Repository.Core.Accounts;
using Repository.Core.Workflow;
using Repository.Specs.Desk;

namespace Repository.Browser.Tests.Desk;

/// <summary>Coming in and looking after accounts, for whoever has only keys, only a small screen, or a program that reads the page aloud.</summary>
[Collection(nameof(AtTheDesk))]
public sealed class SignInTests(DeskBrowsing desk, ITestOutputHelper output)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task an_administrator_comes_in_for_the_first_time_by_keys_alone()
    {
        var page = await desk.OpenAsync(null, "/desk/users", scripts: false);
        var account = await desk.Kit.AccountAsync([new Grant(Role.Administrator, null)], hasPassword: true, hasFactor: false);

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

    /// <summary>What is told when something went wrong, and what is shown once: pages that no address leads to.</summary>
    [Fact]
    public async Task axe_finds_nothing_on_what_is_told_once()
    {
        var page = await desk.OpenAsync(null, "/desk/signin", 390);
        using var client = await desk.Kit.SignInAsync(Role.Administrator);
        var other = await desk.Kit.AccountAsync([new Grant(Role.Reviewer, null)], hasPassword: true);
        var found = new List<string>();

        await page.FillAsync("#email", other.Email);
        await page.FillAsync("#password", "otra cosa");
        await page.ClickAsync("button");
        await LookAsync(page, found);
        await page.Context.AddCookiesAsync([new Cookie { Name = "desk", Value = client.SessionCookie!, Domain = desk.Site.Client.BaseAddress!.Host, Path = "/desk" }]);
        await page.GotoAsync($"{desk.Origin}/desk/users/{other.Key:d}");
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
        var session = (await desk.Site.Service<IAccountStore>().ReadAsync(reader => reader.SessionsAsync(account.Key), Cancellation)).Single();
        return Totp.Code(desk.Site.Service<ISecretKeeping>().Open(session.PendingFactor)!, Totp.StepAt(desk.Clock.GetUtcNow()));
    }
}
