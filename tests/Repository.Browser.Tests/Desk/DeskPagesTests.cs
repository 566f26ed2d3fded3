using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.AspNetCore.Routing;
using Microsoft.Playwright;

namespace Repository.Browser.Tests.Desk;

/// <summary>Every page of the desk, as the endpoints name them: whoever adds one says here how it is visited.</summary>
public sealed class DeskPagesTests(Browsing browsing, ITestOutputHelper output)
{
    private static readonly AxeRunOptions All = new() { Iframes = false, ResultTypes = [ResultType.Violations] };

    /// <summary>Where only colours change, only they are looked at.</summary>
    private static readonly AxeRunOptions Colours = new() { Iframes = false, ResultTypes = [ResultType.Violations], RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast", "link-in-text-block"] } };

    /// <summary>Files, and a page of the site in a frame of the desk.</summary>
    private static readonly string[] NotOfTheDesk =
    [
        "/desk/calendar.ics", "/desk/calls/evaluations/{entry:guid}/files/{file:guid}", "/desk/calls/{call:guid}/results.csv", "/desk/calls/{call:guid}/{entry:guid}/files/{file:guid}",
        "/desk/content/{key:guid}/preview/page", "/desk/forms/{form:guid}/entries/{entry:guid}/files/{file:guid}", "/desk/forms/{form:guid}/preview/page",
    ];

    /// <summary>What somebody would have to push sideways inside a page; the tabs of a form and the acts of a list are rows that are meant so.</summary>
    private const string Pushed = """
        () => [...document.querySelectorAll('main *')]
          .filter(part => ['auto', 'scroll'].includes(getComputedStyle(part).overflowX) && part.scrollWidth > part.clientWidth + 1 && !part.closest('.edit-tabs, .deeds, textarea'))
          .map(part => part.className || part.localName)
        """;

    private const string Unnamed = "() => [...document.querySelectorAll('fieldset')].filter(set => !(set.firstElementChild?.matches('legend') && set.firstElementChild.textContent.trim())).map(set => set.outerHTML.slice(0, 80))";

    [Fact]
    public async Task every_page_bears_day_and_night_and_small_screens()
    {
        Assert.SkipWhen(Browsing.Chromium is null, "Chromium is not installed: apt-get install chromium");
        var visits = await DeskVisits.PlanAsync(browsing.Site);
        var page = await browsing.OpenAsync("/healthz/live");
        var found = new List<string>();

        foreach (var pattern in Pages())
        {
            if (!visits.Addresses.Contains(pattern)) found.Add($"Nobody visits {pattern}.");
            await page.Context.ClearCookiesAsync();
            if (visits.SessionFor(pattern) is { Length: > 0 } session) await page.Context.AddCookiesAsync([new Cookie { Name = "desk", Value = session, Url = $"{browsing.Origin}/desk" }]);
            foreach (var address in visits.Addresses[pattern]) found.AddRange(await LookAsync(page, address));
        }

        await page.Context.CloseAsync();
        foreach (var line in found) output.WriteLine(line);
        Assert.Empty(found);
    }

    private async Task<List<string>> LookAsync(IPage page, string address)
    {
        var found = new List<string>();
        await page.SetViewportSizeAsync(1280, 900);
        await page.GotoAsync(browsing.Origin + address);
        // A new item gets its key on the way.
        if (!page.Url.StartsWith(browsing.Origin + address, StringComparison.Ordinal)) found.Add($"{address} leads to {page.Url}");

        // What is folded or in another tab is part of the page as well.
        await page.EvaluateAsync("document.querySelectorAll('.edit-section').forEach(section => { section.hidden = false; }); document.querySelectorAll('details').forEach(part => { part.open = true; })");
        foreach (var (scheme, rules) in new[] { (ColorScheme.Light, All), (ColorScheme.Dark, Colours) })
        {
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
            var result = await page.RunAxe(rules);
            found.AddRange(result.Violations.Select(violation => $"{address}, {scheme}: {violation.Id} – {violation.Help}: {violation.Nodes[0].Html} {violation.Nodes[0].Any.FirstOrDefault()?.Message}"));
        }

        found.AddRange((await page.EvaluateAsync<string[]>(Unnamed)).Select(set => $"{address}: a group without a name, {set}"));
        foreach (var width in new[] { 1024, 390 })
        {
            await page.SetViewportSizeAsync(width, 900);
            var excess = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            if (excess > 0) found.Add($"{address} is {excess} pixels wider than {width}");
            found.AddRange((await page.EvaluateAsync<string[]>(Pushed)).Select(part => $"{address}: {part} has to be pushed sideways at {width}"));
        }

        return found;
    }

    private IEnumerable<string> Pages() => browsing.Site.Service<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("GET") == true)
        .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.Trim('/'))
        .Where(pattern => pattern == "/desk" || (pattern.StartsWith("/desk/", StringComparison.Ordinal) && !pattern.StartsWith("/desk/api/", StringComparison.Ordinal)))
        .Except(NotOfTheDesk)
        .Order(StringComparer.Ordinal);
}
