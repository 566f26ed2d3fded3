using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Repository.Core.Calls;

namespace Repository.Browser.Tests.Desk;

/// <summary>Judging an application with nothing but keys, and on any screen.</summary>
public sealed class EvaluationTests(Browsing browsing, ITestOutputHelper output)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task an_evaluator_declares_scores_and_seals_by_keys_alone()
    {
        var page = await browsing.OpenAsync("/healthz/live", scripts: false);
        var visits = await CallVisits.PlantAsync(browsing.Site);
        await EnterAsync(page, visits.SecondEvaluator, $"/desk/calls/evaluations/{visits.Waiting:d}");

        await TabToAsync(page, "input[name=conflict][value=no]");
        await page.Keyboard.PressAsync("Space");
        await TabToAsync(page, "button[value=declare]");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**?done=declare");
        foreach (var criterion in visits.Call.Rubric!.Criteria)
        {
            // The arrows go from one level to the next: down three times from the first is the fourth.
            await TabToAsync(page, $"input[name='level/{criterion.Key}']");
            await page.Keyboard.PressAsync("Space");
            for (var level = 0; level < 3; level++) await page.Keyboard.PressAsync("ArrowDown");
            await TabToAsync(page, $"#razon-{criterion.Key}");
            await page.Keyboard.TypeAsync("Hay actas.");
        }

        await TabToAsync(page, "input[name=sure]");
        await page.Keyboard.PressAsync("Space");
        await TabToAsync(page, "button[value=seal]");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**?done=seal");

        Assert.Equal("Tu evaluación está sellada.", await page.TextContentAsync(".note"));
        var sealedSheet = Assert.Single((await browsing.Site.Service<ICallStore>().FindAsync(visits.Waiting, Cancellation))!.Panel!.Sheets, sheet => sheet.IsSealed);
        Assert.All(sealedSheet.Scores.Values, score => Assert.Equal(new CriterionScore(3, "Hay actas."), score));
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 1280)]
    [InlineData(ColorScheme.Light, 360)]
    public async Task axe_finds_nothing_and_nothing_is_wider_than_the_screen(ColorScheme scheme, int width)
    {
        var page = await browsing.OpenAsync("/healthz/live", width, scheme);
        var visits = await CallVisits.PlantAsync(browsing.Site);
        var found = new List<string>();

        foreach (var (session, address) in new[]
        {
            (visits.Evaluator, "/desk/calls"),
            (visits.SecondEvaluator, $"/desk/calls/evaluations/{visits.Waiting:d}"),
            (visits.Evaluator, $"/desk/calls/evaluations/{visits.Waiting:d}"),
            (visits.Evaluator, $"/desk/calls/evaluations/{visits.Decided:d}"),
        })
        {
            await EnterAsync(page, session, address);
            var result = await page.RunAxe();
            found.AddRange(result.Violations.Select(violation => $"{address}: {violation.Id} – {violation.Help}: {violation.Nodes[0].Html}"));
            var excess = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            if (excess > 0) found.Add($"{address} is too wide by {excess} pixels");
        }

        await page.Context.CloseAsync();
        foreach (var line in found) output.WriteLine(line);
        Assert.Empty(found);
    }

    private async Task EnterAsync(IPage page, string session, string address)
    {
        await page.Context.ClearCookiesAsync();
        await page.Context.AddCookiesAsync([new Cookie { Name = "desk", Value = session, Url = $"{browsing.Origin}/desk" }]);
        await page.GotoAsync(browsing.Origin + address);
    }

    private static async Task TabToAsync(IPage page, string selector)
    {
        for (var key = 0; key < 40; key++)
        {
            if (await page.Locator(selector).EvaluateAllAsync<bool>("fields => fields.includes(document.activeElement)")) return;
            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"The keys do not lead to {selector}.");
    }
}
