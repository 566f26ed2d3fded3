using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Repository.Browser.Tests;

/// <summary>What axe finds, and what does not fit on a small telephone: on every kind of page nothing.</summary>
public sealed class AccessibilityTests(Browsing browsing, ITestOutputHelper output)
{
    private static readonly AxeRunOptions All = new();

    /// <summary>Where only colours change, only they are looked at.</summary>
    private static readonly AxeRunOptions Colours = new() { RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast", "link-in-text-block"] } };

    /// <summary>Colours that a person forces on a page are not among them: axe would read those of the style sheet, which nobody sees.</summary>
    private static readonly (ColorScheme Scheme, Contrast Contrast, AxeRunOptions Rules)[] Lights =
    [
        (ColorScheme.Light, Contrast.NoPreference, All),
        (ColorScheme.Dark, Contrast.NoPreference, Colours),
        (ColorScheme.Light, Contrast.More, Colours),
        (ColorScheme.Dark, Contrast.More, Colours),
    ];

    [Fact]
    public async Task axe_finds_nothing_on_any_kind_of_page_by_day_by_night_and_with_more_contrast()
    {
        var page = await browsing.OpenAsync("/");
        var found = new List<string>();

        foreach (var address in browsing.Templates)
        {
            await page.GotoAsync(browsing.Origin + address);
            foreach (var (scheme, contrast, rules) in Lights)
            {
                await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme, Contrast = contrast });
                var result = await page.RunAxe(rules);
                found.AddRange(result.Violations.Select(violation => $"{address}, {scheme}, {contrast}: {violation.Id} – {violation.Help}: {violation.Nodes[0].Html} {violation.Nodes[0].Any.FirstOrDefault()?.Message}"));
            }
        }

        await page.Context.CloseAsync();
        foreach (var line in found) output.WriteLine(line);
        Assert.Empty(found);
    }

    /// <param name="width">320 is what is left of 1280 for who enlarges everything to four times its size.</param>
    [Theory]
    [InlineData(320)]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task nothing_is_wider_than_the_screen(int width)
    {
        var page = await browsing.OpenAsync("/", width);
        var wide = new List<string>();

        foreach (var address in browsing.Templates)
        {
            await page.GotoAsync(browsing.Origin + address);
            var excess = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            if (excess > 0) wide.Add($"{address} by {excess} pixels");
        }

        await page.Context.CloseAsync();
        Assert.Empty(wide);
    }

    [Fact]
    public async Task browsers_refuse_nothing_of_a_page_and_run_nothing_else()
    {
        var page = await browsing.OpenAsync("/");
        var complaints = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") complaints.Add(message.Text);
        };
        page.PageError += (_, error) => complaints.Add(error);
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(browsing.Origin, StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal)) complaints.Add($"fetched {request.Url}");
        };

        foreach (var address in browsing.Templates.Except([Templates.Lost, RareItems.Gone])) await page.GotoAsync(browsing.Origin + address);

        var data = await page.EvaluateAsync<int>("document.querySelectorAll('script[type=\"application/ld+json\"]').length");
        await page.Context.CloseAsync();
        Assert.Empty(complaints);
        Assert.Equal(1, data);
    }
}
