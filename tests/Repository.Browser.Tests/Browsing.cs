using Microsoft.Playwright;
using Repository.Specs;

[assembly: AssemblyFixture(typeof(Repository.Browser.Tests.Browsing))]

namespace Repository.Browser.Tests;

/// <summary>One Chromium and one site for all tests, with the seed content and what that has none of (<see cref="RareItems"/>). Where Chromium is missing they skip and say so.</summary>
public sealed class Browsing : IAsyncLifetime
{
    private BrowserWindows? _windows;
    private TestSite? _site;
    private IReadOnlyList<Guid> _rare = [];

    public static string? Chromium => BrowserWindows.Chromium;

    public string Origin => _site!.Client.BaseAddress!.ToString().TrimEnd('/');

    public TestSite Site => _site!;

    /// <summary>A page of every kind, and whatever pages have to bear.</summary>
    public IEnumerable<string> Templates => Browser.Tests.Templates.Of(Site.Live, _rare);

    public async ValueTask InitializeAsync()
    {
        if (Chromium is null) return;
        _site = await TestSite.StartAsync();
        _rare = await RareItems.PlantAsync(_site);
        _windows = await BrowserWindows.StartAsync();
    }

    /// <summary>A window of its own: what one test does no other sees.</summary>
    public async Task<IPage> OpenAsync(string address, int width = 1280, ColorScheme scheme = ColorScheme.Light, bool scripts = true, int height = 900, string? origin = null, bool touch = false)
    {
        Assert.SkipWhen(_windows is null, "Chromium is not installed: apt-get install chromium");
        var page = await _windows.OpenAsync(width, scheme, scripts, height, touch);
        await page.GotoAsync((origin ?? Origin) + address, new PageGotoOptions { WaitUntil = WaitUntilState.Load });
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        if (_windows is not null) await _windows.DisposeAsync();
        if (_site is not null) await _site.DisposeAsync();
    }
}
