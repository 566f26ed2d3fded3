using Microsoft.Playwright;
using Repository.Specs;

[assembly: AssemblyFixture(typeof(Repository.Browser.Tests.Browsing))]

namespace Repository.Browser.Tests;

/// <summary>One Chromium and one site for all tests, with the seed content and what that has none of (<see cref="RareItems"/>). Where Chromium is missing they skip and say so.</summary>
public sealed class Browsing : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private TestSite? _site;
    private IReadOnlyList<Guid> _rare = [];

    public static string? Chromium => Places.FirstOrDefault(File.Exists);

    public string Origin => _site!.Client.BaseAddress!.ToString().TrimEnd('/');

    public TestSite Site => _site!;

    /// <summary>A page of every kind, and whatever pages have to bear.</summary>
    public IEnumerable<string> Templates => Browser.Tests.Templates.Of(Site.Live, _rare);

    public async ValueTask InitializeAsync()
    {
        if (Chromium is not { } chromium) return;
        _site = await TestSite.StartAsync();
        _rare = await RareItems.PlantAsync(_site);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = chromium, Args = Arguments });
    }

    /// <summary>A window of its own: what one test does no other sees.</summary>
    public async Task<IPage> OpenAsync(string address, int width = 1280, ColorScheme scheme = ColorScheme.Light, bool scripts = true, int height = 900, string? origin = null)
    {
        Assert.SkipWhen(_browser is null, "Chromium is not installed: apt-get install chromium");
        var window = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ColorScheme = scheme,
            JavaScriptEnabled = scripts,
            Locale = "es-MX",
            ReducedMotion = ReducedMotion.Reduce,
        });
        var page = await window.NewPageAsync();
        await page.GotoAsync((origin ?? Origin) + address, new PageGotoOptions { WaitUntil = WaitUntilState.Load });
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_site is not null) await _site.DisposeAsync();
    }
}
